package org.carewright.scheduling.web;

import java.time.ZoneId;
import java.util.List;
import org.carewright.scheduling.Slot;
import org.carewright.scheduling.SlotView;

/** Starts that are offered, with the offsets of the clinic's zone. */
record AvailabilityView(String timeZone, List<SlotView> slots) {

    static AvailabilityView of(List<Slot> slots, ZoneId zone) {
        return new AvailabilityView(
                zone.getId(),
                slots.stream().map(slot -> SlotView.of(slot, zone)).toList());
    }
}
