package org.carewright.identity;

import java.util.UUID;

/** What sign-in needs of an account; {@code clinicId} is null for operators. */
record Login(UUID id, UUID clinicId, String displayName, String passwordHash, String role, boolean active) {

    StaffPrincipal toPrincipal() {
        return new StaffPrincipal(id, clinicId, displayName, Role.of(role));
    }
}
