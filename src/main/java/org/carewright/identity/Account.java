package org.carewright.identity;

import java.util.UUID;

/**
 * A row as the look-up functions give it.
 *
 * @param clinicId null for operators
 * @param door a {@link Door#code()}
 * @param roles codes; none at the portal
 * @param status {@code unverified}, {@code active} or {@code closed}
 */
record Account(
        UUID id, UUID clinicId, String door, String displayName, String[] roles, int securityStamp, String status) {

    static final String ACTIVE = "active";

    boolean active() {
        return ACTIVE.equals(status);
    }

    AccountPrincipal toPrincipal() {
        return switch (Door.of(door)) {
            case DESK -> new StaffPrincipal(id, clinicId, displayName, Role.of(roles), securityStamp);
            case PORTAL -> new PortalPrincipal(id, clinicId, displayName, securityStamp);
        };
    }
}
