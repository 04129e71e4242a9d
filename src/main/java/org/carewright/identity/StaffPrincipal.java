package org.carewright.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/**
 * Who is signed in at the desk; kept in the session, so it holds no more than pages and rules need.
 *
 * @param accountId also the engine's user id
 * @param clinicId null for operators
 */
public record StaffPrincipal(UUID accountId, UUID clinicId, String displayName, Role role)
        implements Principal, Serializable {

    /** The account id: what logs, sessions and the engine know the person by. */
    @Override
    public String getName() {
        return accountId.toString();
    }

    /** The path of the page on which their work starts. */
    public String firstPage() {
        return role == Role.OPERATOR ? "/camunda/app/cockpit/default/" : "/desk";
    }
}
