package org.carewright.shared.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Brings one submitted value into its field's type and checks it against the field's rules. */
final class FieldCheck {

    private FieldCheck() {}

    /**
     * @param value in the field's type, null when empty or wrong
     * @param code what is wrong, or null
     */
    record Result(Object value, String code, List<Object> arguments) {

        static Result of(Object value) {
            return new Result(value, null, List.of());
        }

        static Result wrong(String code, Object... arguments) {
            return new Result(null, code, List.of(arguments));
        }
    }

    static Result check(FormComponent.Field field, Object given, List<FieldOption> options) {
        var kind = field.kind();
        if (kind.multiple()) {
            return several(field, given, options);
        }
        var single = last(given);
        if (kind == FieldKind.CHECKBOX) {
            return checkbox(field, single);
        }
        if (single == null || single instanceof String text && text.isBlank()) {
            return empty(field);
        }
        return switch (kind) {
            case RADIO, SELECT ->
                option(single, options).map(o -> Result.of(o.value())).orElse(Result.wrong("not_an_option"));
            case NUMBER -> NumberCheck.check(field.rules(), single);
            case DATE, TIME, DATETIME -> TemporalCheck.check(kind, single);
            default -> TextCheck.check(field, single);
        };
    }

    private static Result several(FormComponent.Field field, Object given, List<FieldOption> options) {
        var chosen = new ArrayList<Object>();
        for (var item : items(given)) {
            if (item == null || "".equals(item)) {
                continue;
            }
            var option = option(item, options);
            if (option.isEmpty()) {
                return Result.wrong("not_an_option");
            }
            if (!chosen.contains(option.get().value())) {
                chosen.add(option.get().value());
            }
        }
        return chosen.isEmpty() && field.rules().required() ? Result.wrong("required") : Result.of(chosen);
    }

    private static Collection<?> items(Object given) {
        if (given instanceof Collection<?> list) {
            return list;
        }
        return given == null ? List.of() : List.of(given);
    }

    private static Result checkbox(FormComponent.Field field, Object given) {
        var ticked = Boolean.TRUE.equals(given) || "on".equals(given) || "true".equals(given);
        var clear = given == null || Boolean.FALSE.equals(given) || "".equals(given) || "false".equals(given);
        if (!ticked && !clear) {
            return Result.wrong("type");
        }
        return !ticked && field.rules().required() ? Result.wrong("required") : Result.of(ticked);
    }

    private static Result empty(FormComponent.Field field) {
        return field.rules().required() ? Result.wrong("required") : Result.of(null);
    }

    /** An HTML form may send a name twice, an empty value first so that the name is there at all. */
    private static Object last(Object given) {
        if (given instanceof List<?> list) {
            return list.isEmpty() ? null : list.get(list.size() - 1);
        }
        return given;
    }

    private static Optional<FieldOption> option(Object given, List<FieldOption> options) {
        return options.stream()
                .filter(option -> String.valueOf(option.value()).equals(String.valueOf(given)))
                .findFirst();
    }
}
