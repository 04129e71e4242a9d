package org.carewright.scheduling;

import java.time.Instant;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * One visit, from request to end.
 *
 * @param reservationId what people say on the phone, unique in the clinic, e.g. {@code PP-7KQ4M2}
 * @param inviteSequence grows with each change of time; the calendar invite's SEQUENCE
 * @param timeZoneShown the zone in which the patient saw the time when booking
 * @param feeMinor what cancelling or not coming costs, minor currency units, null until decided
 * @param deposit what is paid ahead so that the visit is kept, zero for none
 * @param depositDueAt until when it may be paid, null until it is asked for
 * @param version for optimistic locking
 */
public record Appointment(
        UUID id,
        String reservationId,
        UUID patientId,
        UUID serviceId,
        UUID practitionerId,
        UUID locationId,
        UUID roomId,
        Instant start,
        Instant end,
        AppointmentStatus status,
        Money price,
        int inviteSequence,
        String timeZoneShown,
        String processInstanceId,
        boolean overbooked,
        Instant requestedAt,
        Instant checkedInAt,
        Instant startedAt,
        Instant endedAt,
        String cancelledBy,
        Long feeMinor,
        Money deposit,
        Instant depositDueAt,
        int version) {

    /** What messages and audit entries call one. */
    public static final String TYPE = "appointment";
}
