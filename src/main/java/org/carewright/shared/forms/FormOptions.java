package org.carewright.shared.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Options that come from data: a list of texts, or of objects with label and value. */
final class FormOptions {

    private FormOptions() {}

    static List<FieldOption> of(FormComponent.Field field, Map<String, Object> data) {
        var source = field.optionsKey() != null
                ? data.get(field.optionsKey())
                : FormChecker.Feel.ENGINE
                        .evaluate(field.optionsExpression(), data)
                        .orElse(null);
        var options = new ArrayList<FieldOption>();
        if (source instanceof Iterable<?> list) {
            for (var item : list) {
                options.add(toOption(item));
            }
        }
        return options;
    }

    private static FieldOption toOption(Object item) {
        if (item instanceof Map<?, ?> map) {
            return new FieldOption(String.valueOf(map.get("label")), map.get("value"));
        }
        return new FieldOption(String.valueOf(item), item);
    }
}
