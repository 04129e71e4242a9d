package org.carewright.integrations.bank;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a bank means by 03/04/2026. */
public enum DateOrder {
    /** India, Europe: the third of April. */
    DAY_FIRST("d/M/uuuu", "d/M/uu"),
    /** United States: the fourth of March. */
    MONTH_FIRST("M/d/uuuu", "M/d/uu");

    /** Dates that mean the same everywhere. */
    private static final List<DateTimeFormatter> CLEAR = formats("uuuu/M/d", "d/MMM/uuuu", "d/MMM/uu", "MMM/d/uuuu");

    private final List<DateTimeFormatter> formats;

    DateOrder(String... patterns) {
        this.formats = formats(patterns);
    }

    /** The order that banks use for accounts in that currency. */
    public static DateOrder of(Currency currency) {
        return "USD".equals(currency.getCurrencyCode()) ? MONTH_FIRST : DAY_FIRST;
    }

    /** The other one. */
    DateOrder other() {
        return this == DAY_FIRST ? MONTH_FIRST : DAY_FIRST;
    }

    /** The date written there, a time behind it left out; empty when it is none in this order. */
    Optional<LocalDate> read(String text) {
        var date =
                text.strip().replaceFirst("[ T]+\\d{1,2}:\\d{2}.*$", "").strip().replaceAll("[-. ,]+", "/");
        return Stream.concat(formats.stream(), CLEAR.stream())
                .flatMap(format -> parse(date, format).stream())
                .findFirst();
    }

    private static Optional<LocalDate> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static List<DateTimeFormatter> formats(String... patterns) {
        return Stream.of(patterns)
                .map(pattern -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .toFormatter(Locale.ENGLISH)
                        .withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }
}
