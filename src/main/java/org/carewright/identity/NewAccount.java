package org.carewright.identity;

import java.util.Set;

/**
 * Someone of the staff, or an operator, who shall be able to sign in at the desk.
 *
 * @param email what they sign in with, case ignored, unique at the door
 * @param roles at least one
 * @param passwordHash as the password encoder bean makes it, never the password itself
 * @param demo a login whose password is public; production refuses to start with one
 */
public record NewAccount(String email, String displayName, Set<Role> roles, String passwordHash, boolean demo) {

    public NewAccount(String email, String displayName, Role role, String passwordHash, boolean demo) {
        this(email, displayName, Set.of(role), passwordHash, demo);
    }
}
