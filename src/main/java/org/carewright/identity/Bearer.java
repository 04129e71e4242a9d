package org.carewright.identity;

import java.util.Optional;
import org.springframework.security.core.Authentication;

/** A kind of credential that the API takes as {@code Authorization: Bearer}. */
public interface Bearer {

    /** Whether the credential looks like one of this kind. */
    boolean knows(String credential);

    /** Who brings it; empty when it isn't good, or no longer. */
    Optional<Authentication> authenticate(String credential);
}
