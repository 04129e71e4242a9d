package org.carewright.identity;

import java.util.UUID;

/** What sign-in needs of an account: an {@link Account} with its password's hash. */
record Login(
        UUID id,
        UUID clinicId,
        String door,
        String displayName,
        String passwordHash,
        String[] roles,
        int securityStamp,
        String status) {

    Account account() {
        return new Account(id, clinicId, door, displayName, roles, securityStamp, status);
    }
}
