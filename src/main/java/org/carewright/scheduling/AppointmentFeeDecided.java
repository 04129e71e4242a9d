package org.carewright.scheduling;

import java.time.Instant;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * A visit was cancelled late or missed, and the cancellation policy asks for a fee (SCH-9). Published in the transaction
 * that ends the visit; never of a fee of zero.
 *
 * @param noShow whether the patient didn't come; else the visit was cancelled
 */
public record AppointmentFeeDecided(
        UUID clinicId,
        UUID appointmentId,
        UUID patientId,
        UUID serviceId,
        Money fee,
        boolean noShow,
        Instant startsAt) {}
