package org.carewright.scheduling;

import java.util.Locale;
import java.util.Set;

/** Where an appointment stands (SCH-7). */
public enum AppointmentStatus {
    REQUESTED,
    CONFIRMED,
    CHECKED_IN,
    IN_PROGRESS,
    COMPLETED,
    NO_SHOW,
    CANCELLED,
    REJECTED;

    /** Not begun yet: may still be moved or cancelled. */
    static final Set<AppointmentStatus> AHEAD = Set.of(REQUESTED, CONFIRMED);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AppointmentStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether the visit still lies ahead, so that it may be moved or cancelled. */
    public boolean isAhead() {
        return AHEAD.contains(this);
    }
}
