package org.carewright.scheduling.history;

import java.time.Instant;
import java.util.UUID;

/**
 * A visit that is over, as it is taken over from elsewhere: no process runs for it.
 *
 * @param roomId or null
 * @param status {@code completed}, {@code no_show} or {@code cancelled}
 * @param priceMinor in minor units of the clinic's currency
 * @param requestedAt when it was booked, before its start
 */
public record PastVisit(
        UUID patientId,
        UUID serviceId,
        UUID practitionerId,
        UUID locationId,
        UUID roomId,
        Instant startsAt,
        Instant endsAt,
        String status,
        long priceMinor,
        String currency,
        String timeZone,
        Instant requestedAt) {}
