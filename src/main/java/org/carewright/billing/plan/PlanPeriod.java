package org.carewright.billing.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days in a row, by the calendar of the clinic.
 *
 * @param end the first day that is no longer in it; not before {@code start}
 */
public record PlanPeriod(LocalDate start, LocalDate end) {

    public PlanPeriod {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("A period that ends before it starts");
        }
    }

    /** How many days it has. */
    public long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    /** Its last day, as papers show it. */
    public LocalDate lastDay() {
        return end.minusDays(1);
    }

    /** That day, or the nearest of the period's start and end. */
    LocalDate clamp(LocalDate day) {
        return day.isBefore(start) ? start : day.isAfter(end) ? end : day;
    }
}
