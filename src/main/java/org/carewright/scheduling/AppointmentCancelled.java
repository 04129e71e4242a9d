package org.carewright.scheduling;

import java.util.UUID;

/**
 * A visit was taken back. Published in the transaction that cancels it.
 *
 * @param inTime whether the cancellation policy asks for no fee
 */
public record AppointmentCancelled(UUID clinicId, UUID appointmentId, UUID patientId, boolean inTime) {}
