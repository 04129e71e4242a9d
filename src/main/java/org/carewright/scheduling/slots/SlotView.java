package org.carewright.scheduling.slots;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;

/** A slot as the API shows it: the same moments, written with the offset of the clinic's zone at that time. */
public record SlotView(OffsetDateTime start, OffsetDateTime end, UUID practitionerId) {

    /** Shows the slot in that zone. */
    public static SlotView of(Slot slot, ZoneId zone) {
        return new SlotView(
                slot.start().atZone(zone).toOffsetDateTime(),
                slot.end().atZone(zone).toOffsetDateTime(),
                slot.practitionerId());
    }
}
