package org.carewright.scheduling.slots;

import java.util.UUID;

/**
 * Whose own reservations don't stand in the way: the hold a booking comes from, the appointment that is moved.
 *
 * @param holdId or null
 * @param appointmentId or null
 */
public record Except(UUID holdId, UUID appointmentId) {

    /** Every reservation counts. */
    public static final Except NONE = new Except(null, null);

    /** For a booking that turns this hold into an appointment; {@code null} is the same as {@link #NONE}. */
    public static Except hold(UUID holdId) {
        return new Except(holdId, null);
    }

    /** For moving this appointment. */
    public static Except appointment(UUID appointmentId) {
        return new Except(null, appointmentId);
    }
}
