package org.carewright.shared.process.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** What the engine's APIs deliver, as plain Java values: text, numbers, booleans, lists and maps. */
final class SubmittedValues {

    private SubmittedValues() {}

    static Map<String, Object> plain(Map<String, Object> submitted) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (submitted != null) {
            submitted.keySet().forEach(name -> values.put(name, plain(valueOf(submitted, name))));
        }
        return values;
    }

    /** A serialized object isn't turned into one here: it stays what it is, which no field accepts. */
    private static Object valueOf(Map<String, Object> submitted, String name) {
        if (submitted instanceof VariableMap typed) {
            return unwrap(typed.getValueTyped(name));
        }
        var value = submitted.get(name);
        return value instanceof TypedValue typed ? unwrap(typed) : value;
    }

    private static Object unwrap(TypedValue value) {
        if (value instanceof SerializableValue serialized && !serialized.isDeserialized()) {
            return "Json".equalsIgnoreCase(value.getType().getName())
                    ? Spin.JSON(serialized.getValueSerialized())
                    : value;
        }
        return value == null ? null : value.getValue();
    }

    private static Object plain(Object value) {
        if (!(value instanceof SpinJsonNode json)) {
            return value;
        }
        if (json.isNull()) {
            return null;
        }
        if (json.isValue()) {
            return json.value();
        }
        return json.isArray() ? json.mapTo(List.class) : json.mapTo(Map.class);
    }
}
