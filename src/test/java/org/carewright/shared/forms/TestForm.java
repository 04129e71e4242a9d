package org.carewright.shared.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small forms for tests, written as their components. */
final class TestForm {

    private TestForm() {}

    static FormDefinition of(String... components) {
        return FormDefinition.parse("{\"id\":\"test\",\"type\":\"default\",\"schemaVersion\":16,\"components\":["
                + String.join(",", components).replace('\'', '"') + "]}");
    }

    static String field(String type, String key, String... more) {
        return "{'type':'" + type + "','id':'" + key + "','key':'" + key + "','label':'" + key + "'"
                + (more.length == 0 ? "" : "," + String.join(",", more)) + "}";
    }

    static FormCheck check(FormDefinition form, Object... keysAndValues) {
        var values = new HashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return form.check(values);
    }

    /** {@code key:code} of each error. */
    static List<String> errors(FormDefinition form, Object... keysAndValues) {
        return check(form, keysAndValues).errors().stream()
                .map(error -> error.key() + ":" + error.code())
                .toList();
    }

    static Object value(FormDefinition form, Object given) {
        var check = form.check(Map.of("a", given));
        return check.ok() ? check.values().get("a") : check.errors().get(0).code();
    }
}
