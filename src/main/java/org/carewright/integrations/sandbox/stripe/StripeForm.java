package org.carewright.integrations.sandbox.stripe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A form as Stripe's API takes it: names like {@code metadata[payment_id]} or {@code line_items[0][quantity]}. */
record StripeForm(Map<String, String> fields) {

    String text(String name) {
        var value = fields.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    String required(String name) {
        var value = text(name);
        if (value == null) {
            throw StripeRefusal.missing(name);
        }
        return value;
    }

    /** A number of minor units, at least 1. */
    long amount(String name) {
        var value = required(name);
        if (!value.matches("\\d{1,12}") || Long.parseLong(value) < 1) {
            throw StripeRefusal.invalid("parameter_invalid_integer", name, "Invalid positive integer");
        }
        return Long.parseLong(value);
    }

    boolean flag(String name) {
        return "true".equals(fields.get(name));
    }

    /** The members of {@code prefix[…]} as an object. */
    ObjectNode members(ObjectMapper json, String prefix) {
        var members = json.createObjectNode();
        fields.forEach((name, value) -> {
            if (name.startsWith(prefix + "[") && name.indexOf(']', prefix.length()) == name.length() - 1) {
                members.put(name.substring(prefix.length() + 1, name.length() - 1), value);
            }
        });
        return members;
    }

    /** The values of {@code expand[0]} and so on. */
    List<String> expanded() {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith("expand["))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The same text for the same request, whatever the order of its fields. */
    String canonical() {
        return new TreeMap<>(fields).toString();
    }
}
