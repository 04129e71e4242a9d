package org.carewright.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** Who is signed in, at whichever door; kept in the session, so it holds no more than pages and rules need. */
public sealed interface AccountPrincipal extends Principal, Serializable, InClinic
        permits StaffPrincipal, PortalPrincipal {

    UUID accountId();

    /** The clinic they belong to, null for operators. */
    @Override
    UUID clinicId();

    String displayName();

    /** The account's security stamp at sign-in; another one by now means: signed out (IAM-5). */
    int stamp();

    Door door();

    /** The path of the page on which they start. */
    String firstPage();

    /** The account id: what logs, sessions and the engine know the person by. */
    @Override
    default String getName() {
        return accountId().toString();
    }
}
