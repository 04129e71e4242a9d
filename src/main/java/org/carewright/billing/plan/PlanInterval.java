package org.carewright.billing.plan;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How long a plan's period is (BIL-5).
 *
 * @param count of the units, above zero
 */
public record PlanInterval(IntervalUnit unit, int count) {

    public PlanInterval {
        Objects.requireNonNull(unit, "unit");
        if (count < 1) {
            throw new IllegalArgumentException("A period of " + count + " units");
        }
    }

    /**
     * The first day of period {@code number} of those that begin with {@code anchor}. Always counted from the anchor, so
     * that a short month doesn't shift the ones after it: 31 January, 28 February, 31 March.
     *
     * @param number 0 for the period that begins on the anchor itself
     */
    public LocalDate startOf(LocalDate anchor, int number) {
        return anchor.plus(Math.multiplyExact((long) number, count), unit.unit());
    }

    /** Period {@code number}, up to the day before the next one begins. */
    public PlanPeriod period(LocalDate anchor, int number) {
        return new PlanPeriod(startOf(anchor, number), startOf(anchor, number + 1));
    }
}
