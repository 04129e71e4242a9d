package org.carewright.shared.forms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form-js form (schema 16, components of form-js 1.8.7), parsed and ready to be shown and checked against.
 *
 * @param schema the form file's text, as Tasklist gets it
 */
public record FormDefinition(String id, String schema, List<FormComponent> components) {

    /** Parses a {@code .form} file's text. @throws IllegalArgumentException when it isn't a form we support */
    public static FormDefinition parse(String schema) {
        return FormParser.parse(schema);
    }

    /** The top-level names that a submission may have: keys of fields and paths of groups and rows. */
    public Set<String> keys() {
        return keysOf(components);
    }

    /**
     * Checks a submission: conditions, required, types, ranges, lengths, patterns, options, and no key that the form
     * doesn't have. Values may come from JSON or from an HTML form ({@link FormParameters}).
     */
    public FormCheck check(Map<String, Object> submitted) {
        return check(submitted, Map.of());
    }

    /**
     * Like {@link #check(Map)}, for forms whose options and conditions also need data that isn't submitted.
     *
     * @param data values by name, e.g. the variables of a task; a submitted value goes before data of the same name
     */
    public FormCheck check(Map<String, Object> submitted, Map<String, Object> data) {
        return new FormChecker(this, data).check(submitted);
    }

    static Set<String> keysOf(List<FormComponent> components) {
        var keys = new LinkedHashSet<String>();
        for (var component : components) {
            if (component instanceof FormComponent.Field field) {
                keys.add(field.key());
            } else if (component instanceof FormComponent.Computed computed) {
                keys.add(computed.key());
            } else if (component instanceof FormComponent.Rows rows) {
                keys.add(rows.path());
            } else if (component instanceof FormComponent.Group group) {
                keys.addAll(group.path().isEmpty() ? keysOf(group.components()) : Set.of(group.path()));
            }
        }
        return keys;
    }
}
