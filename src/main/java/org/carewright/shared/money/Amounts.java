package org.carewright.shared.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.OptionalLong;

/** Amounts as staff type them: {@code 80}, {@code 80.00}, {@code 1,234.50}. */
public final class Amounts {

    private static final String AMOUNT = "\\d{1,12}(?:\\.\\d+)?";
    private static final String GROUPED = "\\d{1,3}(?:,\\d{2,3})+(?:\\.\\d+)?";

    private Amounts() {}

    /** In minor units; empty for what is no amount of the currency, also for one with too many decimals. */
    public static OptionalLong minor(String typed, Currency currency) {
        var text = typed == null ? "" : typed.strip();
        if (!text.matches(AMOUNT) && !text.matches(GROUPED)) {
            return OptionalLong.empty();
        }
        var amount = new BigDecimal(text.replace(",", "")).stripTrailingZeros();
        var digits = currency.getDefaultFractionDigits();
        return amount.scale() > digits
                ? OptionalLong.empty()
                : OptionalLong.of(amount.movePointRight(digits).longValueExact());
    }

    /** As {@link #minor} reads it. */
    public static String text(long minor, Currency currency) {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }
}
