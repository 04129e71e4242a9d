package org.carewright.scheduling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A booking that was made.
 *
 * @param clinicZone the zone in which the clinic tells times
 * @param manageUrl the patient's link to see, move or cancel the visit; a secret
 */
public record Booking(
        UUID appointmentId,
        String reservationId,
        AppointmentStatus status,
        Instant start,
        Instant end,
        UUID practitionerId,
        ZoneId clinicZone,
        String manageUrl) {}
