package org.carewright.integrations.inbox;

import java.time.Instant;
import java.util.UUID;

/** A {@link ProviderEvent} as kept: the address is gone, its blind index token ({@code subject}) remains. */
public record StoredProviderEvent(
        UUID id,
        String provider,
        String eventId,
        String kind,
        UUID effectId,
        String providerRef,
        String detail,
        String subject,
        Instant occurredAt) {}
