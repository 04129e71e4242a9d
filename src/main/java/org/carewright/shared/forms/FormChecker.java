package org.carewright.shared.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Checks one submission. Conditions may depend on values that are themselves hidden by conditions, so the form is gone
 * through again with the values of the last pass until nothing changes any more.
 */
final class FormChecker {

    private static final int MOST_PASSES = 10;
    private static final int MOST_ROWS = 100;

    private final FormDefinition form;
    private final Map<String, Object> data;
    private List<FieldError> errors = List.of();
    private Set<String> hidden = Set.of();

    FormChecker(FormDefinition form, Map<String, Object> data) {
        this.form = form;
        this.data = data;
    }

    FormCheck check(Map<String, Object> submitted) {
        var values = settledValues(submitted);
        unknown(form.components(), submitted, "");
        return new FormCheck(Collections.unmodifiableMap(values), List.copyOf(errors));
    }

    /** The {@link #place places} of what the conditions hide with these values. */
    Set<String> hidden(Map<String, Object> submitted) {
        settledValues(submitted);
        return Set.copyOf(hidden);
    }

    /** Names a component of a row or group, of which there may be several. */
    static String place(String prefix, FormComponent component) {
        return prefix + component.id();
    }

    private Map<String, Object> settledValues(Map<String, Object> submitted) {
        var values = pass(submitted, null);
        for (var i = 0; i < MOST_PASSES; i++) {
            var next = pass(submitted, values);
            var settled = next.equals(values);
            values = next;
            if (settled) {
                break;
            }
        }
        return values;
    }

    /** @param known values of the pass before, or null in the first, in which nothing is hidden */
    private Map<String, Object> pass(Map<String, Object> submitted, Map<String, Object> known) {
        errors = new ArrayList<>();
        hidden = new HashSet<>();
        var values = new LinkedHashMap<String, Object>();
        visit(form.components(), new Scope("", submitted, known == null ? null : scoped(data, known)), values);
        return values;
    }

    private void visit(List<FormComponent> components, Scope scope, Map<String, Object> values) {
        for (var component : components) {
            if (scope.hides(component)) {
                hidden.add(place(scope.prefix(), component));
                continue;
            }
            if (component instanceof FormComponent.Field field) {
                field(field, scope, values);
            } else if (component instanceof FormComponent.Computed computed) {
                values.put(computed.key(), scope.evaluate(computed.expression()));
            } else if (component instanceof FormComponent.Group group) {
                group(group, scope, values);
            } else if (component instanceof FormComponent.Rows rows) {
                values.put(rows.path(), rows(rows, scope));
            }
        }
    }

    private void field(FormComponent.Field field, Scope scope, Map<String, Object> values) {
        if (!field.editable()) {
            return;
        }
        var given =
                scope.submitted().containsKey(field.key()) ? scope.submitted().get(field.key()) : field.defaultValue();
        var options = field.dynamicOptions() ? FormOptions.of(field, scope.variables(data)) : field.options();
        var result = FieldCheck.check(field, given, options);
        values.put(field.key(), result.value());
        if (result.code() != null) {
            errors.add(new FieldError(scope.prefix() + field.key(), result.code(), result.arguments()));
        }
    }

    private void group(FormComponent.Group group, Scope scope, Map<String, Object> values) {
        if (group.path().isEmpty()) {
            visit(group.components(), scope, values);
            return;
        }
        var inner = new LinkedHashMap<String, Object>();
        visit(group.components(), scope.inner(group.path()), inner);
        values.put(group.path(), inner);
    }

    private List<Map<String, Object>> rows(FormComponent.Rows rows, Scope scope) {
        var given = scope.submitted().get(rows.path());
        var result = new ArrayList<Map<String, Object>>();
        if (given == null) {
            return result;
        }
        if (!(given instanceof List<?> list) || list.size() > MOST_ROWS) {
            errors.add(new FieldError(scope.prefix() + rows.path(), "rows", List.of(MOST_ROWS)));
            return result;
        }
        for (var i = 0; i < list.size(); i++) {
            var row = new LinkedHashMap<String, Object>();
            visit(rows.components(), scope.row(rows.path(), i, list.get(i)), row);
            result.add(row);
        }
        return result;
    }

    private void unknown(List<FormComponent> components, Map<String, Object> submitted, String prefix) {
        var keys = FormDefinition.keysOf(components);
        for (var key : submitted.keySet()) {
            if (!keys.contains(key)) {
                errors.add(new FieldError(prefix + shown(key), "unknown", List.of()));
            }
        }
        for (var component : components) {
            if (component instanceof FormComponent.Group group) {
                unknownInGroup(group, submitted, prefix);
            } else if (component instanceof FormComponent.Rows rows
                    && submitted.get(rows.path()) instanceof List<?> list) {
                for (var i = 0; i < Math.min(list.size(), MOST_ROWS); i++) {
                    unknown(rows.components(), asMap(list.get(i)), prefix + rows.path() + "[" + i + "].");
                }
            }
        }
    }

    private void unknownInGroup(FormComponent.Group group, Map<String, Object> submitted, String prefix) {
        if (group.path().isEmpty()) {
            for (var inner : group.components()) {
                if (inner instanceof FormComponent.Group nested) {
                    unknownInGroup(nested, submitted, prefix);
                }
            }
        } else {
            unknown(group.components(), asMap(submitted.get(group.path())), prefix + group.path() + ".");
        }
    }

    /** A key is the sender's text: only what can be a key is repeated. */
    private static String shown(String key) {
        return key.matches("[A-Za-z_][A-Za-z0-9_]{0,59}") ? key : "?";
    }

    private static Map<String, Object> scoped(Map<String, Object> outer, Map<String, Object> inner) {
        var all = new HashMap<>(outer);
        all.putAll(inner);
        return all;
    }

    private static Map<String, Object> asMap(Object value) {
        var map = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, of) -> map.put(String.valueOf(key), of));
        }
        return map;
    }

    /** @param known what conditions may refer to, or null while nothing is known yet */
    private record Scope(String prefix, Map<String, Object> submitted, Map<String, Object> known) {

        boolean hides(FormComponent component) {
            return component.hide() != null && Boolean.TRUE.equals(evaluate(component.hide()));
        }

        Object evaluate(String expression) {
            return known == null
                    ? null
                    : Feel.ENGINE.evaluate(expression, known).orElse(null);
        }

        Map<String, Object> variables(Map<String, Object> data) {
            return known == null ? data : known;
        }

        Scope inner(String path) {
            return new Scope(
                    prefix + path + ".", asMap(submitted.get(path)), within(known == null ? null : known.get(path)));
        }

        Scope row(String path, int index, Object given) {
            var before = known != null && known.get(path) instanceof List<?> list && index < list.size()
                    ? list.get(index)
                    : null;
            return new Scope(prefix + path + "[" + index + "].", asMap(given), within(before));
        }

        private Map<String, Object> within(Object values) {
            return known == null ? null : scoped(known, asMap(values));
        }
    }

    /** The engine's FEEL, made when the first condition is met. */
    static final class Feel {
        static final FormExpressions ENGINE = ServiceLoader.load(FormExpressions.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No FEEL engine for forms"));

        private Feel() {}
    }
}
