package org.carewright.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carewright.test.ProjectModels;
import org.junit.jupiter.api.Test;

/** The rules of Camunda Modeler's element template schema that our templates touch. */
class ElementTemplatesTests {

    private static final Set<String> TYPES = Set.of("String", "Text", "Boolean", "Dropdown", "Hidden");
    private static final Set<String> BINDINGS = Set.of("property", "camunda:inputParameter");

    @Test
    void everyTemplateHasWhatTheSchemaRequires() throws IOException {
        var ids = new HashSet<String>();
        for (var template : templates()) {
            assertThat(template.path("name").asText()).isNotBlank();
            assertThat(ids.add(template.path("id").asText())).isTrue();
            assertThat(template.path("appliesTo")).isNotEmpty();
            assertThat(template.path("properties")).isNotEmpty();
        }
    }

    @Test
    void everyPropertyIsOneTheModelerCanShowAndBind() throws IOException {
        for (var template : templates()) {
            var bound = new HashSet<String>();
            for (var property : template.path("properties")) {
                var binding = property.path("binding");
                assertThat(TYPES).contains(property.path("type").asText());
                assertThat(BINDINGS).contains(binding.path("type").asText());
                assertThat(bound.add(binding.path("name").asText())).isTrue();
                assertThat(property.path("type").asText().equals("Dropdown")).isEqualTo(property.has("choices"));
            }
        }
    }

    @Test
    void everyTemplateBindsItsDelegate() throws IOException {
        for (var template : templates()) {
            var first = template.path("properties").path(0);
            assertThat(first.path("binding").path("name").asText()).isEqualTo("camunda:delegateExpression");
            assertThat(first.path("value").asText()).matches("\\$\\{\\w+Delegate}");
        }
    }

    private static List<JsonNode> templates() throws IOException {
        var templates = new ArrayList<JsonNode>();
        for (var file : ElementTemplates.of(ProjectModels.delegates()).values()) {
            new ObjectMapper().readTree(file).forEach(templates::add);
        }
        return templates;
    }
}
