package org.carewright.identity.factor;

import java.util.List;
import java.util.UUID;
import org.carewright.identity.SignInStep;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Someone whose password was right and who still has to show a second factor. Has no role, so no address with a rule
 * opens; who they will be is kept inside and told to nobody before.
 */
public final class PendingSignIn extends AbstractAuthenticationToken implements SignInStep.Pending {

    private static final long serialVersionUID = 1L;

    private final Authentication whole;
    private final boolean enrolling;

    /** @param enrolling the account needs a second factor and has none yet */
    PendingSignIn(Authentication whole, boolean enrolling) {
        super(List.of(new SimpleGrantedAuthority(SignInStep.PENDING)));
        this.whole = whole;
        this.enrolling = enrolling;
        setAuthenticated(true);
        setDetails(whole.getDetails());
    }

    /** What they hold once the second factor was right. */
    public Authentication whole() {
        return whole;
    }

    @Override
    public UUID accountId() {
        return UUID.fromString(whole.getName());
    }

    /** Whether they have to set a second factor up, as their role needs one and they have none. */
    public boolean enrolling() {
        return enrolling;
    }

    @Override
    public Object getCredentials() {
        return null;
    }

    /** No account's id: who takes a name for a signed-in account must not take this one. */
    @Override
    public Object getPrincipal() {
        return "second-factor:" + whole.getName();
    }
}
