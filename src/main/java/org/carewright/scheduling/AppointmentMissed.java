package org.carewright.scheduling;

import java.util.UUID;

/**
 * The patient did not come. Published in the transaction that records it.
 *
 * @param feeDue whether the cancellation policy asks for a fee; then {@link AppointmentFeeDecided} came before
 */
public record AppointmentMissed(UUID clinicId, UUID appointmentId, UUID patientId, boolean feeDue) {}
