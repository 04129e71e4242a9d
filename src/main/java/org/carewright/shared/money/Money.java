package org.carewright.shared.money;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An amount of money.
 *
 * @param minor in minor currency units: cents, paise; for currencies without any, whole units
 */
public record Money(long minor, Currency currency) {

    private static final Pattern WHOLE_PART = Pattern.compile("\\d+");
    /** A digit, or the next two, before an even number of further digits. */
    private static final Pattern PAIRS = Pattern.compile("\\d{1,2}(?=(\\d{2})*$)");

    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    public static Money of(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    /** The amount as a reader of {@code locale} writes it, e.g. {@code $80.00} or {@code ₹1,00,000.00}. */
    public String format(Locale locale) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        var amount = BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
        if (!isIndian(locale)) {
            return format.format(amount);
        }
        format.setGroupingUsed(false);
        return WHOLE_PART.matcher(format.format(amount)).replaceFirst(found -> lakhs(found.group()));
    }

    private static boolean isIndian(Locale locale) {
        return locale.getCountry().equals("IN") || locale.getLanguage().equals("hi");
    }

    /** Java groups by threes only; in India the last three digits are a group, and pairs before them. */
    private static String lakhs(String digits) {
        var end = digits.length() - 3;
        return PAIRS.matcher(digits.substring(0, Math.max(end, 0))).replaceAll("$0,")
                + digits.substring(Math.max(end, 0));
    }
}
