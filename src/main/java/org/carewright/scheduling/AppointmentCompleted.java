package org.carewright.scheduling;

import java.time.Instant;
import java.util.UUID;
import org.carewright.shared.money.Money;

/** A visit has taken place: what billing needs to invoice it. Published in the transaction that completes the visit. */
public record AppointmentCompleted(
        UUID clinicId,
        UUID appointmentId,
        UUID patientId,
        UUID serviceId,
        UUID practitionerId,
        Money price,
        String outcome,
        Instant startedAt,
        Instant completedAt) {}
