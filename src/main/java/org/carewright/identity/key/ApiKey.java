package org.carewright.identity.key;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A clinic's key as people see it.
 *
 * @param prefix its first characters, by which it is recognised
 * @param scopes what it may do, e.g. {@code appointments:read}, with a space between
 * @param createdBy display name
 * @param lastUsedAt to the minute; null when it was never used
 */
public record ApiKey(
        UUID id,
        String name,
        String prefix,
        String scopes,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        Instant revokedAt,
        Instant lastUsedAt) {

    /** The scopes one by one. */
    public List<String> scopeList() {
        return List.of(scopes.split(" "));
    }

    /** Whether the key still opens something. */
    public boolean works(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
