package org.carewright.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * A recorded action; fields as in {@link AuditEntry}.
 *
 * @param position its place in the log's order
 * @param correlation one id for all that one request or process instance caused
 * @param address the client's network address, null for what no client asked for
 * @param grantId the emergency access under which it was done, or null
 */
public record AuditEvent(
        UUID id,
        long position,
        Instant recordedAt,
        UUID actorId,
        String actorRole,
        String action,
        String resourceType,
        UUID resourceId,
        UUID patientId,
        String outcome,
        String reason,
        String correlation,
        String address,
        UUID grantId) {}
