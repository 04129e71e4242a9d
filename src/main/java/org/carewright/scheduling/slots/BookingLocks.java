package org.carewright.scheduling.slots;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Makes bookings that may take the same person, room or equipment on the same day wait for one another until the end of
 * the transaction. The constraint on the reservations would refuse the second anyway; but then "any practitioner" would
 * fail on one who has just been taken while another is free, limits per day could be passed, and two inserts that check
 * each other would deadlock.
 */
@Component
class BookingLocks {

    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    /** Spreads days over the key's bits; any odd number does. */
    private static final long DAY_FACTOR = 0x9E3779B97F4A7C15L;

    private final ReservationMapper reservations;

    BookingLocks(ReservationMapper reservations) {
        this.reservations = reservations;
    }

    /**
     * Locks each of them for the (UTC) days that the range touches, and altogether those that have a limit per day.
     *
     * @throws SlotTakenException when two transactions wait for each other and this one was chosen to give up
     */
    void lock(Collection<UUID> takenIds, Instant from, Instant to, Collection<UUID> limitedIds) {
        // Always in the order of the keys, so that two transactions can't wait for each other.
        var keys = new TreeSet<Long>();
        var lastDay = Math.floorDiv(to.getEpochSecond(), DAY_SECONDS);
        for (var day = Math.floorDiv(from.getEpochSecond(), DAY_SECONDS); day <= lastDay; day++) {
            for (var id : takenIds) {
                keys.add(key(id) + day * DAY_FACTOR);
            }
        }
        limitedIds.forEach(id -> keys.add(key(id)));
        try {
            reservations.lock(List.copyOf(keys));
        } catch (DataAccessException e) {
            throw SlotTakenException.from(e);
        }
    }

    void lock(Collection<UUID> takenIds, Instant from, Instant to) {
        lock(takenIds, from, to, new ArrayList<>());
    }

    private static long key(UUID id) {
        return id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 1);
    }
}
