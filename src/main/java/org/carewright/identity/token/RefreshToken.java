package org.carewright.identity.token;

import java.time.Instant;
import java.util.UUID;

/** A stored refresh token with its family. */
record RefreshToken(
        UUID familyId, UUID accountId, int stamp, Instant endsAt, Instant endedAt, Instant expiresAt, Instant usedAt) {

    boolean isOver(Instant now) {
        return endedAt != null || !now.isBefore(endsAt) || !now.isBefore(expiresAt);
    }
}
