package org.carewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where an attempt to sign in comes from: the door and the client's address. */
public final class SignInDetails extends WebAuthenticationDetails {

    private static final long serialVersionUID = 1L;
    private static final String OWNER = SignInDetails.class.getName() + ".owner";

    private final Door door;
    private final transient String device;
    private final transient AtomicReference<UUID> owner = new AtomicReference<>();

    SignInDetails(Door door, HttpServletRequest request) {
        super(request);
        this.door = door;
        this.device = DeviceCookie.sent(request).orElse(null);
        request.setAttribute(OWNER, owner);
    }

    public Door door() {
        return door;
    }

    /** The secret of a browser that was here before; null for others, and once kept in a session. */
    String device() {
        return device;
    }

    /** The password was this account's; who is between the steps of signing in has no name yet that would tell. */
    void proven(UUID accountId) {
        owner.set(accountId);
    }

    /** The account whose password was right in this request. */
    static Optional<UUID> ownerIn(HttpServletRequest request) {
        return request.getAttribute(OWNER) instanceof AtomicReference<?> known
                ? Optional.ofNullable((UUID) known.get())
                : Optional.empty();
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
