package org.carewright.shared.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.carewright.shared.forms.FieldCheck.Result;

/** Dates and times stay the ISO texts that form-js submits; the check is that they exist in the calendar. */
final class TemporalCheck {

    private static final int LONGEST = 40;
    private static final LocalDate EARLIEST = LocalDate.of(1000, 1, 1);

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter();
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter();

    private TemporalCheck() {}

    static Result check(FieldKind kind, Object given) {
        if (!(given instanceof String raw)) {
            return Result.wrong("type");
        }
        var text = raw.strip();
        try {
            if (text.length() > LONGEST || !plausible(kind, text)) {
                return Result.wrong(code(kind));
            }
            return Result.of(text);
        } catch (DateTimeException e) {
            return Result.wrong(code(kind));
        }
    }

    private static boolean plausible(FieldKind kind, String text) {
        return switch (kind) {
            case DATE -> sane(LocalDate.parse(text));
            case DATETIME -> sane(LocalDate.from(parsed(DATE_TIME, text)));
            default -> parsed(TIME, text) != null;
        };
    }

    private static TemporalAccessor parsed(DateTimeFormatter format, String text) {
        return format.parse(text);
    }

    private static boolean sane(LocalDate date) {
        return !date.isBefore(EARLIEST) && date.until(EARLIEST.plusYears(9000), ChronoUnit.DAYS) > 0;
    }

    private static String code(FieldKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
