package org.carewright.identity.factor.web;

import org.carewright.identity.factor.PendingSignIn;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** Who is at which step. */
final class SecondFactorAccess {

    private SecondFactorAccess() {}

    /** @throws AccessDeniedException for who is signed in already */
    static PendingSignIn pending(Authentication person) {
        if (person instanceof PendingSignIn pending) {
            return pending;
        }
        throw new AccessDeniedException("Not between the steps");
    }
}
