package org.carewright.shared.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Which moment a wall-clock time means (design §10). */
public final class LocalTimes {

    private LocalTimes() {}

    /** A time that doesn't exist moves forward by the gap; one that exists twice means the earlier. */
    public static Instant toInstant(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }
}
