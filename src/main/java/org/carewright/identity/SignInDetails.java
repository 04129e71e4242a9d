package org.carewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where an attempt to sign in comes from: the door and the client's address. */
public final class SignInDetails extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1L;

    private final Door door;
    private final transient String device;

    SignInDetails(Door door, HttpServletRequest request) {
        super(request);
        this.door = door;
        this.device = DeviceCookie.sent(request).orElse(null);
    }

    public Door door() {
        return door;
    }

    /** The secret of a browser that was here before; null for others, and once kept in a session. */
    String device() {
        return device;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof SignInDetails details && details.door == door;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + door.hashCode();
    }
}
