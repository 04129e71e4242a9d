package org.carewright.identity.account;

import java.time.Instant;
import java.util.UUID;

/** A row of {@code identity.ticket}; which columns are filled depends on the purpose. */
record Ticket(
        UUID id,
        String purpose,
        UUID accountId,
        String door,
        String email,
        String phone,
        String displayName,
        String language,
        String[] roles,
        UUID patientId,
        String accessLevel,
        UUID createdBy,
        Instant createdAt,
        Instant expiresAt,
        Instant usedAt,
        Instant withdrawnAt,
        int attempts) {

    boolean isOpenAt(Instant now) {
        return usedAt == null && withdrawnAt == null && now.isBefore(expiresAt);
    }
}
