package org.carewright.scheduling;

import java.time.Instant;
import java.util.UUID;

/**
 * A booking that was made.
 *
 * @param manageUrl the patient's link to see, move or cancel the visit; a secret
 */
public record Booking(
        UUID appointmentId,
        String reservationId,
        AppointmentStatus status,
        Instant start,
        Instant end,
        UUID practitionerId,
        String manageUrl) {}
