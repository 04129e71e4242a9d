package org.carewright.audit;

import java.util.UUID;

/**
 * One significant action (HIP-1).
 *
 * @param actorId account that acted, or the clinic's API key; null for the public and for processes
 * @param actorRole role code, {@code portal}, {@code api_key}, {@code public} or {@code process}
 * @param action verb and object, e.g. {@code appointment.overbooked}
 * @param resourceType what it was done to, e.g. {@code appointment}
 * @param outcome {@code success}, {@code refused} or {@code failure}
 */
public record AuditEntry(
        UUID actorId,
        String actorRole,
        String action,
        String resourceType,
        UUID resourceId,
        UUID patientId,
        String outcome,
        String reason) {}
