package org.carewright.identity;

import java.util.UUID;

/**
 * A row as the look-up functions give it.
 *
 * @param clinicId null for operators
 * @param role a {@link Role#code()}
 */
record Account(UUID id, UUID clinicId, String displayName, String role, boolean active) {

    StaffPrincipal toPrincipal() {
        return new StaffPrincipal(id, clinicId, displayName, Role.of(role));
    }
}
