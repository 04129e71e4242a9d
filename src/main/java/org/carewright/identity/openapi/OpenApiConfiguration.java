package org.carewright.identity.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.List;
import org.carewright.identity.matrix.AccessRule;
import org.carewright.identity.matrix.RoleMatrix;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds problems, their codes and who may ask to the description; the latter is what the role matrix says. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    /** Written out at each operation: springdoc drops components that it hasn't found itself. */
    private static final Schema<Object> PROBLEM_SCHEMA = problem();

    private static final String TOKEN = "token";
    private static final String KEY = "apiKey";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Carewright").version("v1"))
                // Relative: the document is the same whatever a request calls us.
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(TOKEN, bearer("JWT", "An access token of /api/v1/auth"))
                        .addSecuritySchemes(KEY, bearer("cwk_…", "A clinic's API key")));
    }

    @Bean
    OpenApiCustomizer accessAndProblems(RoleMatrix matrix) {
        return api -> api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> describe(matrix, path, method, operation)));
    }

    private static void describe(RoleMatrix matrix, String path, PathItem.HttpMethod method, Operation operation) {
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A problem (RFC 9457)")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json", new MediaType().schema(PROBLEM_SCHEMA))));
        matrix.rules().stream()
                .filter(rule -> rule.toString().equals(method + " " + path))
                .findFirst()
                .ifPresent(rule -> operation.setSecurity(security(rule)));
    }

    private static List<SecurityRequirement> security(AccessRule rule) {
        var ways = new ArrayList<SecurityRequirement>();
        if (!rule.isPublic()) {
            ways.add(new SecurityRequirement().addList(TOKEN));
            rule.keyScope().ifPresent(scope -> ways.add(new SecurityRequirement().addList(KEY, scope)));
        }
        return ways;
    }

    private static SecurityScheme bearer(String format, String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat(format)
                .description(description);
    }

    private static Schema<Object> problem() {
        var code = schema("string");
        ProblemCodes.all().forEach(code::addEnumItemObject);
        var field = schema("object");
        List.of("field", "code", "message").forEach(member -> field.addProperty(member, schema("string")));
        var problem = schema("object");
        problem.addProperty("type", schema("string").format("uri"))
                .addProperty("title", schema("string"))
                .addProperty("status", schema("integer"))
                .addProperty("detail", schema("string"))
                .addProperty("code", code)
                .addProperty("errors", schema("array").items(field))
                .addProperty("retryAfterSeconds", schema("integer").format("int64"))
                .required(List.of("type", "title", "status", "code"));
        return problem;
    }

    private static Schema<Object> schema(String type) {
        return new Schema<>(SpecVersion.V31).typesItem(type);
    }
}
