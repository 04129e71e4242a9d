package org.carewright.scheduling.availability;

import java.time.Instant;

/** Moments as whole seconds since the epoch: windows, grids and visits know nothing finer. */
final class Seconds {

    static final long MINUTE = 60;

    private Seconds() {}

    static long atOrAfter(Instant moment) {
        return moment.getNano() == 0 ? moment.getEpochSecond() : moment.getEpochSecond() + 1;
    }
}
