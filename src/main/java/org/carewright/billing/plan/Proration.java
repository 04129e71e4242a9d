package org.carewright.billing.plan;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What some days of a period cost (BIL-5). Every day costs the same; what the days up to a day cost together is rounded
 * down to the minor unit, and a part is the difference of two such sums. So the parts of a period always add up to its
 * price, in whatever pieces it is cut.
 */
public final class Proration {

    private Proration() {}

    /**
     * The price of the days from {@code from} up to the day before {@code to}, minor units. Days outside the period cost
     * nothing; a period without days has no parts.
     *
     * @param priceMinor of the whole period, not below zero
     */
    public static long part(long priceMinor, PlanPeriod period, LocalDate from, LocalDate to) {
        if (priceMinor < 0) {
            throw new IllegalArgumentException("A price below zero");
        }
        return period.days() == 0 || !to.isAfter(from)
                ? 0
                : until(priceMinor, period, period.clamp(to)) - until(priceMinor, period, period.clamp(from));
    }

    /** The price of the days from {@code from} to the period's end. */
    public static long rest(long priceMinor, PlanPeriod period, LocalDate from) {
        return part(priceMinor, period, from, period.end());
    }

    private static long until(long priceMinor, PlanPeriod period, LocalDate day) {
        var used = ChronoUnit.DAYS.between(period.start(), day);
        return BigInteger.valueOf(priceMinor)
                .multiply(BigInteger.valueOf(used))
                .divide(BigInteger.valueOf(period.days()))
                .longValueExact();
    }
}
