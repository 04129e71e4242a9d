package org.carewright.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * Which events are wanted; null leaves a field open.
 *
 * @param from included
 * @param to excluded
 */
public record AuditFilter(
        Instant from, Instant to, UUID actorId, UUID patientId, String action, String outcome, boolean onlyEmergency) {

    /** All that concerns a patient. */
    public static AuditFilter ofPatient(UUID patientId) {
        return new AuditFilter(null, null, null, patientId, null, null, false);
    }
}
