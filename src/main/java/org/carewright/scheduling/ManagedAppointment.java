package org.carewright.scheduling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * An appointment as its patient sees it through the manage link.
 *
 * @param clinicZone the clinic's zone; {@code shownZone} the one in which the patient booked
 * @param changeable whether it may still be moved or cancelled
 * @param fee what cancelling or missing it cost, null when nothing was decided
 * @param deposit what is paid ahead so that the visit is kept, zero for none
 * @param depositDueAt until when it may be paid, null until it is asked for
 */
public record ManagedAppointment(
        UUID id,
        String reservationId,
        AppointmentStatus status,
        Instant start,
        Instant end,
        ZoneId clinicZone,
        ZoneId shownZone,
        UUID serviceId,
        String serviceName,
        UUID practitionerId,
        String practitionerName,
        String locationAddress,
        Money price,
        boolean changeable,
        Money fee,
        Money deposit,
        Instant depositDueAt) {

    /** Whether the time is kept until the deposit is paid. */
    public boolean awaitsDeposit() {
        return status == AppointmentStatus.REQUESTED && depositDueAt != null;
    }
}
