package org.carewright.billing.plan;

import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a plan's period is counted in. */
public enum IntervalUnit {
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit unit;

    IntervalUnit(ChronoUnit unit) {
        this.unit = unit;
    }

    ChronoUnit unit() {
        return unit;
    }

    /** As in the table, in forms and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static IntervalUnit of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
