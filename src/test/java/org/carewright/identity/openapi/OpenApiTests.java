package org.carewright.identity.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.carewright.identity.matrix.AccessRule;
import org.carewright.identity.matrix.RoleMatrix;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The API's description says all that there is, and who may ask for it. */
@CarewrightTest
class OpenApiTests {

    @LocalServerPort
    int port;

    @Autowired
    RoleMatrix matrix;

    private JsonNode document;

    @BeforeEach
    void read() {
        var answer = new ApiClient(port).get("/v3/api-docs");
        assertThat(answer.statusCode()).isEqualTo(200);
        document = ApiClient.json(answer);
    }

    @Test
    void describesEveryAddressOfTheApiAndNoOther() {
        var described = new TreeSet<String>();
        document.get("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        var mapped = matrix.rules().stream()
                .filter(rule -> rule.path().getPatternString().startsWith("/api/v1/"))
                .map(AccessRule::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(document.get("openapi").asText()).startsWith("3.1");
        assertThat(described).isEqualTo(mapped).isNotEmpty();
    }

    @Test
    void everyOperationTellsItsProblemsAndWhoMayAsk() {
        matrix.rules().stream()
                .filter(rule -> rule.path().getPatternString().startsWith("/api/v1/"))
                .forEach(rule -> {
                    var operation = document.get("paths")
                            .get(rule.path().getPatternString())
                            .get(rule.method().toLowerCase(Locale.ROOT));
                    assertThat(operation
                                    .at("/responses/default/content/application~1problem+json/schema/properties/code")
                                    .toString())
                            .as(rule.toString())
                            .contains("\"not_found\"", "\"too_many_requests\"", "\"invalid_token\"");
                    assertThat(operation.get("security").isEmpty())
                            .as(rule.toString())
                            .isEqualTo(rule.isPublic());
                });
        assertThat(document.at("/paths/~1api~1v1~1appointments/get/security").toString())
                .contains("appointments:read");
    }
}
