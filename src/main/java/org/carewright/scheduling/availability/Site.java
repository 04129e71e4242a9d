package org.carewright.scheduling.availability;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * A location and what the service needs there.
 *
 * @param roomNeeded whether a visit takes one of {@code rooms}
 * @param rooms the service's rooms at this location; any free one will do
 * @param equipment what the service needs besides; each piece must be free
 */
public record Site(UUID locationId, ZoneId zone, boolean roomNeeded, List<BusyTimes> rooms, List<BusyTimes> equipment) {

    /** A location where the service needs nothing but the practitioner. */
    public static Site of(UUID locationId, ZoneId zone) {
        return new Site(locationId, zone, false, List.of(), List.of());
    }

    boolean isFree(long from, long to) {
        for (var piece : equipment) {
            if (piece.meets(from, to)) {
                return false;
            }
        }
        if (!roomNeeded) {
            return true;
        }
        for (var room : rooms) {
            if (!room.meets(from, to)) {
                return true;
            }
        }
        return false;
    }
}
