package org.carewright.scheduling.intake;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What someone asks for when booking. Duration, price and the practitioner's right to the service are the server's to
 * decide, so they aren't here.
 *
 * @param practitionerId null for any practitioner
 * @param holdId the hold on that start, or null
 * @param form the values of the service's booking form
 * @param timeZoneShown the IANA zone in which the visitor saw the time, null for the clinic's
 * @param language BCP 47 tag for messages to the patient
 * @param idempotencyKey the same key again gets the same appointment; may be null
 */
public record BookingRequest(
        UUID serviceId,
        UUID practitionerId,
        Instant start,
        UUID holdId,
        Map<String, Object> form,
        String timeZoneShown,
        String language,
        String idempotencyKey) {}
