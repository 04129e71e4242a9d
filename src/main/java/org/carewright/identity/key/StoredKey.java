package org.carewright.identity.key;

import java.time.Instant;
import java.util.UUID;

/** What letting a key in needs of it. */
record StoredKey(UUID id, UUID clinicId, String scopes, Instant expiresAt, Instant revokedAt) {

    boolean works(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
