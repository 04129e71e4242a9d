package org.carewright.shared.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a submission from the parameters of an HTML form. Fields are named {@code form.key}, in groups {@code
 * form.path.key}, in rows {@code form.path[0].key}; rows in which nothing was filled in are left out.
 */
public final class FormParameters {

    /** What the names of a form's inputs begin with, so that they never meet those of the page around it. */
    public static final String PREFIX = "form.";

    private static final Pattern STEP = Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,59})(?:\\[([0-9]{1,2})])?");
    private static final int DEEPEST = 6;

    private FormParameters() {}

    /** The submission in {@code parameters}; names that can't be a field's are kept as unknown keys. */
    public static Map<String, Object> read(Map<String, String[]> parameters) {
        var root = new LinkedHashMap<String, Object>();
        parameters.forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                put(root, name.substring(PREFIX.length()), values);
            }
        });
        return tidy(root);
    }

    private static void put(Map<String, Object> root, String path, String[] values) {
        var steps = path.split("\\.", DEEPEST);
        Map<String, Object> at = root;
        for (var i = 0; i < steps.length; i++) {
            var step = STEP.matcher(steps[i]);
            if (!step.matches()) {
                root.put("?", "");
                return;
            }
            if (i == steps.length - 1) {
                at.put(step.group(1), values.length == 1 ? values[0] : List.of(values));
            } else {
                at = step.group(2) == null
                        ? child(at, step.group(1))
                        : row(at, step.group(1), Integer.parseInt(step.group(2)));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> of, String key) {
        if (!(of.get(key) instanceof Map<?, ?>)) {
            of.put(key, new LinkedHashMap<String, Object>());
        }
        return (Map<String, Object>) of.get(key);
    }

    private static Map<String, Object> row(Map<String, Object> of, String key, int index) {
        if (!(of.get(key) instanceof Rows)) {
            of.put(key, new Rows(new TreeMap<>()));
        }
        return ((Rows) of.get(key)).byIndex().computeIfAbsent(index, i -> new LinkedHashMap<>());
    }

    private static Map<String, Object> tidy(Map<String, Object> values) {
        values.replaceAll((key, value) -> {
            if (value instanceof Rows rows) {
                var filled = new ArrayList<Map<String, Object>>();
                rows.byIndex().values().stream()
                        .filter(row -> row.values().stream().anyMatch(v -> !"".equals(v)))
                        .forEach(row -> filled.add(tidy(row)));
                return filled;
            }
            return value;
        });
        return values;
    }

    private record Rows(TreeMap<Integer, Map<String, Object>> byIndex) {}
}
