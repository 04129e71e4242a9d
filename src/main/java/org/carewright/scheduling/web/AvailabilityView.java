package org.carewright.scheduling.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.carewright.scheduling.slots.Slot;

/** Starts that are offered, with the offsets of the clinic's zone. */
record AvailabilityView(String timeZone, List<Offered> slots) {

    /** As {@link org.carewright.scheduling.slots.SlotView}, with its moments already written. */
    record Offered(String start, String end, UUID practitionerId) {}

    static AvailabilityView of(List<Slot> slots, ZoneId zone) {
        // Many practitioners have the same starts, and writing a moment costs more than all else about a slot.
        var written = new HashMap<Instant, String>();
        var format = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone);
        return new AvailabilityView(
                zone.getId(),
                slots.stream()
                        .map(slot -> new Offered(
                                written.computeIfAbsent(slot.start(), format::format),
                                written.computeIfAbsent(slot.end(), format::format),
                                slot.practitionerId()))
                        .toList());
    }
}
