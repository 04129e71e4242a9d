package org.carewright.identity;

import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What the role matrix knows people by: a column for each role, and one for everyone at the portal. */
public final class Authorities {

    private static final String PREFIX = "ROLE_";

    private Authorities() {}

    public static List<SimpleGrantedAuthority> of(AccountPrincipal person) {
        return person instanceof StaffPrincipal staff
                ? staff.roles().stream()
                        .sorted()
                        .map(role -> new SimpleGrantedAuthority(PREFIX + role))
                        .toList()
                : List.of(new SimpleGrantedAuthority(PREFIX + Door.PORTAL));
    }
}
