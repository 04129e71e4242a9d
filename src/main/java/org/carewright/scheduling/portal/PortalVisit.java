package org.carewright.scheduling.portal;

import java.time.Instant;
import java.util.UUID;
import org.carewright.scheduling.AppointmentStatus;

/**
 * An appointment in the portal's list.
 *
 * @param reservationId what people say on the phone
 */
public record PortalVisit(
        UUID id,
        UUID patientId,
        String reservationId,
        Instant start,
        Instant end,
        AppointmentStatus status,
        String serviceName,
        String practitionerName,
        String locationAddress) {

    /** Whether it is still to come and stands. */
    public boolean isAhead(Instant now) {
        return status.isAhead() && start.isAfter(now);
    }
}
