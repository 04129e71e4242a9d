package org.carewright.integrations.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * What a provider tells, reduced to codes and ids.
 *
 * @param kind one of {@code delivered}, {@code bounced}, {@code dropped}, {@code deferred}, {@code failed},
 *     {@code sent}, {@code opt_out}, {@code opt_in}, {@code complaint}, {@code opened}, {@code clicked}, {@code processed}
 * @param effectId the effect the event is about, null for what isn't about one (e.g. STOP)
 * @param subjectAddress the address the event is about, only while it is being received; stored as a blind index token
 */
public record ProviderEvent(
        UUID clinicId,
        String provider,
        String eventId,
        String kind,
        UUID effectId,
        String providerRef,
        String detail,
        String subjectAddress,
        Instant occurredAt) {}
