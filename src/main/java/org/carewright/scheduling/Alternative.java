package org.carewright.scheduling;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;

/** A free start offered instead of a taken one, with the clinic's offset. */
public record Alternative(OffsetDateTime start, OffsetDateTime end, UUID practitionerId) {

    static Alternative of(Slot slot, ZoneId zone) {
        return new Alternative(
                slot.start().atZone(zone).toOffsetDateTime(),
                slot.end().atZone(zone).toOffsetDateTime(),
                slot.practitionerId());
    }
}
