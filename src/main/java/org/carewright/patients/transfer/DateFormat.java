package org.carewright.patients.transfer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a file writes dates. 03/04/1980 alone doesn't tell, so somebody has to; ISO dates are understood in any case. */
public enum DateFormat {
    ISO("uuuu-M-d"),
    DAY_FIRST("d/M/uuuu"),
    MONTH_FIRST("M/d/uuuu");

    private static final Set<String> MONTH_FIRST_COUNTRIES = Set.of("US");
    private static final Set<String> YEAR_FIRST_COUNTRIES = Set.of("CN", "JP", "TW", "KR", "HU", "SE");

    private final DateTimeFormatter format;

    DateFormat(String pattern) {
        format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** As in the table and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a country's programs usually write. @param country ISO 3166 */
    public static DateFormat usualIn(String country) {
        if (YEAR_FIRST_COUNTRIES.contains(country)) {
            return ISO;
        }
        return MONTH_FIRST_COUNTRIES.contains(country) ? MONTH_FIRST : DAY_FIRST;
    }

    /** The date, whether written with slashes, dots or hyphens; empty when it is none. */
    public Optional<LocalDate> read(String text) {
        var plain = text.strip().replace('.', '/').replace(' ', '/');
        return parse(ISO.format, plain.replace('/', '-')).or(() -> parse(format, plain.replace('-', '/')));
    }

    private static Optional<LocalDate> parse(DateTimeFormatter format, String text) {
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
