package org.carewright.identity.account;

import java.time.Instant;
import java.util.UUID;
import org.carewright.identity.Door;

/** An account of the clinic in scope. @param status {@code unverified}, {@code active} or {@code closed} */
record AccountRow(
        UUID id,
        String door,
        String email,
        String displayName,
        String phone,
        String language,
        String passwordHash,
        String[] roles,
        String status,
        int securityStamp,
        Instant emailVerifiedAt,
        Instant phoneVerifiedAt,
        Instant createdAt) {

    static final String UNVERIFIED = "unverified";
    static final String ACTIVE = "active";
    static final String CLOSED = "closed";

    Tickets.Reader reader() {
        return new Tickets.Reader(id, Door.of(door), email, phone, displayName, language);
    }
}
