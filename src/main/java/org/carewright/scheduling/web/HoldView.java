package org.carewright.scheduling.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.carewright.scheduling.slots.Hold;

/** A start that is kept free until {@code expiresAt}. */
record HoldView(UUID holdId, UUID practitionerId, OffsetDateTime expiresAt) {

    static HoldView of(Hold hold, ZoneId zone) {
        return new HoldView(
                hold.id(), hold.practitionerId(), hold.expiresAt().atZone(zone).toOffsetDateTime());
    }
}
