package org.carewright.billing.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Days of the clinic, both included, cut into days, weeks or months, and the time just before to compare with.
 *
 * @param from at most {@code to}
 */
public record Period(LocalDate from, LocalDate to) {

    private static final int MOST_SINGLE_DAYS = 31;
    private static final int MOST_WEEKS_AS_DAYS = 183;
    private static final int WEEK = 7;
    public static final int MOST_YEARS = 10;

    /** @throws IllegalArgumentException when it ends before it begins or is too long */
    public Period {
        if (to.isBefore(from) || from.isBefore(to.minusYears(MOST_YEARS))) {
            throw new IllegalArgumentException("Not a period: " + from + " to " + to);
        }
    }

    private long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** Whether it is shown by months; else by days. */
    public boolean byMonths() {
        return days() > MOST_WEEKS_AS_DAYS;
    }

    /** Days of one part, when it is shown by days. */
    public int step() {
        return days() <= MOST_SINGLE_DAYS ? 1 : WEEK;
    }

    /** As many whole months, or days, just before. */
    public Period before() {
        var wholeMonths = from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
        var start = wholeMonths
                ? from.minusMonths(ChronoUnit.MONTHS.between(from, to.plusDays(1)))
                : from.minusDays(days());
        return new Period(start, from.minusDays(1));
    }

    /** First days of its parts. */
    public List<LocalDate> parts() {
        var parts = new ArrayList<LocalDate>();
        var next = from;
        while (!next.isAfter(to)) {
            parts.add(next);
            next = byMonths() ? next.withDayOfMonth(1).plusMonths(1) : next.plusDays(step());
        }
        return parts;
    }
}
