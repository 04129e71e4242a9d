package org.carewright.shared.forms;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.carewright.shared.forms.FieldCheck.Result;

/** Numbers: from JSON or from text, range, decimal places. */
final class NumberCheck {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,10})?");

    private NumberCheck() {}

    static Result check(FieldRules rules, Object given) {
        if (!(given instanceof Number) && !(given instanceof String)) {
            return Result.wrong("type");
        }
        var text = given instanceof Number number ? plain(number) : ((String) given).strip();
        if (!NUMBER.matcher(text).matches()) {
            return Result.wrong("number");
        }
        var value = new BigDecimal(text);
        if (rules.decimals() != null && value.stripTrailingZeros().scale() > rules.decimals()) {
            return Result.wrong("decimals", rules.decimals());
        }
        if (rules.min() != null && value.compareTo(rules.min()) < 0) {
            return Result.wrong("too_small", rules.min());
        }
        if (rules.max() != null && value.compareTo(rules.max()) > 0) {
            return Result.wrong("too_large", rules.max());
        }
        return Result.of(rules.asText() ? text : toVariable(value));
    }

    private static String plain(Number number) {
        var text = number.toString();
        return text.contains("E") ? new BigDecimal(text).toPlainString() : text;
    }

    /** The types Tasklist's numbers get in the engine: whole ones Integer or Long, others Double. */
    private static Object toVariable(BigDecimal value) {
        if (value.stripTrailingZeros().scale() > 0) {
            return value.doubleValue();
        }
        var whole = value.longValueExact();
        if (whole == (int) whole) {
            return (int) whole;
        }
        return whole;
    }
}
