package org.carewright.identity.token;

import java.security.Principal;
import java.util.Collection;
import java.util.UUID;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** Someone who works through an app; made anew for each request. */
public final class AppAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Principal person;
    private final UUID family;

    AppAuthentication(Principal person, Collection<? extends GrantedAuthority> authorities, UUID family) {
        super(authorities);
        this.person = person;
        this.family = family;
        setAuthenticated(true);
    }

    /** Never kept: the token itself is the proof. */
    @Override
    public Object getCredentials() {
        return null;
    }

    @Override
    public Principal getPrincipal() {
        return person;
    }

    /** The app's session. */
    public UUID family() {
        return family;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AppAuthentication app && super.equals(other) && family.equals(app.family);
    }

    @Override
    public int hashCode() {
        return family.hashCode();
    }
}
