package org.carewright.identity;

import java.util.UUID;

/**
 * A patient or family member who is signed in at the portal. Whose records they may see is no matter of the account:
 * patients tells.
 *
 * @param clinicId the clinic where they registered
 */
public record PortalPrincipal(UUID accountId, UUID clinicId, String displayName, int stamp)
        implements AccountPrincipal {

    @Override
    public Door door() {
        return Door.PORTAL;
    }

    @Override
    public String firstPage() {
        return Door.PORTAL.path();
    }
}
