package org.carewright.identity;

import java.util.Set;
import java.util.UUID;

/**
 * Who is signed in at the desk.
 *
 * @param accountId also the engine's user id
 * @param clinicId null for operators
 * @param roles at least one
 */
public record StaffPrincipal(UUID accountId, UUID clinicId, String displayName, Set<Role> roles, int stamp)
        implements AccountPrincipal {

    public StaffPrincipal {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("Staff have a role");
        }
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** The one role to tell where only one can be told, e.g. in an audit row: the most powerful. */
    public Role leadingRole() {
        return roles.stream().min(Role::compareTo).orElseThrow();
    }

    @Override
    public Door door() {
        return Door.DESK;
    }

    @Override
    public String firstPage() {
        return has(Role.OPERATOR) ? "/ops/clinics" : Door.DESK.path();
    }
}
