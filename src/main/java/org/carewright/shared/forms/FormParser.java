package org.carewright.shared.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads form-js JSON. What the server could not check is refused here, so that no rule is silently left out. */
final class FormParser {

    private static final int NEWEST_SCHEMA = 16;
    private static final Set<String> IGNORED = Set.of("html", "table", "button");
    private static final Set<String> CONTENT = Set.of("text", "image", "separator", "spacer");
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> paths = new HashSet<>();

    private FormParser() {}

    static FormDefinition parse(String schema) {
        JsonNode root;
        try {
            root = JSON.readTree(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The form isn't JSON", e);
        }
        require(root != null && root.isObject(), "The form isn't a JSON object");
        require("default".equals(text(root, "type")), "The form's type must be \"default\"");
        var id = text(root, "id");
        require(!id.isBlank(), "The form has no id");
        require(root.path("schemaVersion").asInt(NEWEST_SCHEMA) <= NEWEST_SCHEMA, "The form's schema is too new");
        return new FormDefinition(id, schema, new FormParser().components(root, ""));
    }

    private List<FormComponent> components(JsonNode parent, String prefix) {
        var components = new ArrayList<FormComponent>();
        for (var node : parent.path("components")) {
            component(node, prefix).ifPresent(components::add);
        }
        return List.copyOf(components);
    }

    private Optional<FormComponent> component(JsonNode node, String prefix) {
        var type = text(node, "type");
        if (IGNORED.contains(type)) {
            return Optional.empty();
        }
        var id = text(node, "id");
        var hide = condition(node);
        if (CONTENT.contains(type)) {
            var words = "image".equals(type) ? text(node, "alt") : text(node, "text");
            return Optional.of(new FormComponent.Content(id, hide, type, words, text(node, "source")));
        }
        return Optional.of(
                switch (type) {
                    case "group" -> group(node, id, hide, prefix);
                    case "dynamiclist" -> rows(node, id, hide, prefix);
                    case "expression" ->
                        new FormComponent.Computed(
                                id, hide, key(node, prefix), expression(text(node, "expression"), id));
                    default -> field(node, id, hide, kind(node, type), key(node, prefix));
                });
    }

    private FormComponent group(JsonNode node, String id, String hide, String prefix) {
        var path = text(node, "path");
        if (!path.isEmpty()) {
            claim(path, prefix);
        }
        var inner = path.isEmpty() ? prefix : prefix + path + ".";
        return new FormComponent.Group(id, hide, path, text(node, "label"), components(node, inner));
    }

    private FormComponent rows(JsonNode node, String id, String hide, String prefix) {
        var path = text(node, "path");
        claim(path, prefix);
        return new FormComponent.Rows(
                id,
                hide,
                path,
                text(node, "label"),
                node.path("defaultRepetitions").asInt(1),
                node.path("allowAddRemove").asBoolean(true),
                components(node, prefix + path + "[]."));
    }

    private FormComponent field(JsonNode node, String id, String hide, FieldKind kind, String key) {
        require(!node.path("disallowPassedDates").asBoolean(), "disallowPassedDates isn't supported: " + key);
        var optionsKey = text(node, "valuesKey");
        var optionsExpression = text(node, "valuesExpression");
        var words = new FieldText(
                text(node, kind.temporal() && !node.has("label") ? temporalLabel(kind) : "label"),
                text(node, "description"),
                text(node.path("appearance"), "prefixAdorner"),
                text(node.path("appearance"), "suffixAdorner"));
        return new FormComponent.Field(
                id,
                hide,
                kind,
                key,
                words,
                rules(node, key),
                kind.choice() ? options(node) : List.of(),
                optionsKey.isEmpty() ? null : optionsKey,
                optionsExpression.isEmpty() ? null : expression(optionsExpression, key),
                plain(node.path("defaultValue")),
                !node.path("disabled").asBoolean() && !node.path("readonly").asBoolean());
    }

    private static String temporalLabel(FieldKind kind) {
        return kind == FieldKind.TIME ? "timeLabel" : "dateLabel";
    }

    private static FieldRules rules(JsonNode node, String key) {
        var validate = node.path("validate");
        var type = text(validate, "validationType");
        require(Set.of("", "custom", "email", "phone").contains(type), "Unknown validationType: " + key);
        var required = validate.path("required");
        require(required.isMissingNode() || required.isBoolean(), "validate.required must be true or false: " + key);
        var longest = number(validate, "maxLength", key);
        var shortest = number(validate, "minLength", key);
        return new FieldRules(
                required.asBoolean(),
                number(validate, "min", key),
                number(validate, "max", key),
                shortest == null ? 0 : shortest.intValue(),
                longest == null ? FieldRules.DEFAULT_MAX_LENGTH : longest.intValue(),
                pattern(text(validate, "pattern"), key),
                "custom".equals(type) ? "" : type,
                node.hasNonNull("decimalDigits") ? node.get("decimalDigits").asInt() : null,
                node.path("serializeToString").asBoolean());
    }

    private static BigDecimal number(JsonNode node, String name, String key) {
        if (!node.hasNonNull(name) || node.get(name).asText().isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(node.get(name).asText());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("validate." + name + " must be a number: " + key, e);
        }
    }

    private static Pattern pattern(String pattern, String key) {
        try {
            return pattern.isEmpty() ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("validate.pattern isn't a regular expression: " + key, e);
        }
    }

    private static List<FieldOption> options(JsonNode node) {
        var options = new ArrayList<FieldOption>();
        for (var option : node.path("values")) {
            options.add(new FieldOption(text(option, "label"), plain(option.path("value"))));
        }
        return List.copyOf(options);
    }

    private static FieldKind kind(JsonNode node, String type) {
        return switch (type) {
            case "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist" ->
                FieldKind.valueOf(type.toUpperCase(Locale.ROOT));
            case "datetime" ->
                switch (text(node, "subtype")) {
                    case "time" -> FieldKind.TIME;
                    case "datetime" -> FieldKind.DATETIME;
                    default -> FieldKind.DATE;
                };
            default -> throw new IllegalArgumentException("A form can't have a component of type " + type);
        };
    }

    private String key(JsonNode node, String prefix) {
        var key = text(node, "key");
        claim(key, prefix);
        return key;
    }

    private void claim(String key, String prefix) {
        require(KEY.matcher(key).matches(), "Not a usable key or path: \"" + key + "\"");
        require(paths.add(prefix + key), "Two components have the key " + prefix + key);
    }

    private static String condition(JsonNode node) {
        var hide = text(node.path("conditional"), "hide");
        return hide.isBlank() ? null : expression(hide, text(node, "id"));
    }

    private static String expression(String text, String where) {
        require(text.startsWith("="), "FEEL starts with \"=\": " + where);
        return text.substring(1).strip();
    }

    private static Object plain(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : JSON.convertValue(node, Object.class);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
