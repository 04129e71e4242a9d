package org.carewright.integrations.bank;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads amounts exactly or not at all. */
final class StatementAmount {

    /** Digits in groups of two or three as in 1,00,000.00 and 100,000.00, or without groups. */
    private static final Pattern PLAIN = Pattern.compile("(?:\\d{1,15}|\\d{1,3}(?:,\\d{2,3})*,\\d{3})(?:\\.\\d{1,6})?");

    private static final Pattern CURRENCY_SIGNS = Pattern.compile("(?i)₹|\\$|Rs\\.?|INR|USD");
    private static final Pattern SIDE = Pattern.compile("(?i)(.*?)\\s*\\(?\\b(Cr|Dr)\\.?\\)?");

    private StatementAmount() {}

    /**
     * The amount in minor units: negative in brackets, with a minus or with {@code Dr}.
     *
     * @return empty when the text is anything but an amount, or has a fraction that the currency doesn't have
     */
    static OptionalLong read(String text, Currency currency) {
        var rest = CURRENCY_SIGNS
                .matcher(text.replace('\u00A0', ' ').replace('\u2212', '-'))
                .replaceAll("")
                .strip();
        var negative = false;
        var side = SIDE.matcher(rest);
        if (side.matches()) {
            rest = side.group(1).strip();
            negative = "dr".equalsIgnoreCase(side.group(2));
        }
        if (rest.startsWith("(") && rest.endsWith(")")) {
            rest = rest.substring(1, rest.length() - 1).strip();
            negative = !negative;
        } else if (rest.startsWith("-") || rest.startsWith("+")) {
            negative ^= rest.startsWith("-");
            rest = rest.substring(1).strip();
        } else if (rest.endsWith("-")) {
            rest = rest.substring(0, rest.length() - 1).strip();
            negative = !negative;
        }
        if (!PLAIN.matcher(rest).matches()) {
            return OptionalLong.empty();
        }
        return minor(new BigDecimal(rest.replace(",", "")), currency, negative);
    }

    private static OptionalLong minor(BigDecimal amount, Currency currency, boolean negative) {
        try {
            var minor =
                    amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact();
            return OptionalLong.of(negative ? -minor : minor);
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }
}
