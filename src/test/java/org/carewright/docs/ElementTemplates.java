package org.carewright.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.carewright.shared.process.DelegateCatalogue;
import org.carewright.shared.process.DelegateCatalogue.Entry;
import org.carewright.shared.process.DelegateCatalogue.Input;
import org.carewright.shared.process.ModelInput;

/**
 * Camunda Modeler's templates of our service tasks. Choosing one binds the task to its delegate; fields are input
 * parameters. The retry cycle can't be bound by this schema version; the model check asks for it.
 */
final class ElementTemplates {

    static final String SCHEMA = "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ElementTemplates() {}

    /** File contents by file name, one file to a module. */
    static Map<String, String> of(DelegateCatalogue catalogue) {
        var modules = new TreeMap<String, ArrayNode>();
        catalogue.all().forEach(task -> modules.computeIfAbsent(task.module(), module -> JSON.createArrayNode())
                .add(template(task)));
        var files = new TreeMap<String, String>();
        modules.forEach((module, templates) -> files.put(module + ".json", print(templates)));
        return files;
    }

    private static ObjectNode template(Entry task) {
        var template = JSON.createObjectNode()
                .put("$schema", SCHEMA)
                .put("name", task.name())
                .put("id", task.templateId())
                .put("description", task.description());
        template.putArray("appliesTo").add("bpmn:ServiceTask");
        var properties = template.putArray("properties");
        properties.add(hidden("${" + task.bean() + "}", "property", "camunda:delegateExpression"));
        if (task.remote()) {
            var asyncBefore = hidden("", "property", "camunda:asyncBefore");
            properties.add(asyncBefore.put("value", true));
        }
        task.inputs().forEach(input -> properties.add(field(input)));
        return template;
    }

    private static ObjectNode hidden(String value, String binding, String name) {
        var property = JSON.createObjectNode().put("type", "Hidden").put("value", value);
        property.putObject("binding").put("type", binding).put("name", name);
        return property;
    }

    private static ObjectNode field(Input input) {
        var property = JSON.createObjectNode().put("label", input.label());
        if (!input.description().isBlank()) {
            property.put("description", input.description());
        }
        property.put("type", type(input.type()));
        if (!input.value().isBlank()) {
            property.put("value", input.value());
        }
        if (input.type() == ModelInput.Type.DROPDOWN) {
            var choices = property.putArray("choices");
            input.options()
                    .forEach(option -> choices.addObject().put("name", option).put("value", option));
        }
        property.putObject("binding").put("type", "camunda:inputParameter").put("name", input.name());
        if (input.required()) {
            property.putObject("constraints").put("notEmpty", true);
        }
        return property;
    }

    private static String type(ModelInput.Type type) {
        return switch (type) {
            case STRING -> "String";
            case TEXT -> "Text";
            case BOOLEAN -> "Boolean";
            case DROPDOWN -> "Dropdown";
        };
    }

    private static String print(ArrayNode templates) {
        var lines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        try {
            return JSON.writer(printer).writeValueAsString(templates) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
