package org.carewright.identity;

/**
 * A patient or family member who shall be able to sign in at the portal.
 *
 * @param email what they sign in with, case ignored, unique at the door
 * @param phone E.164, or null
 * @param language a language tag, e.g. {@code en}
 * @param verified whether it is known that the e-mail address is theirs; else they can't sign in yet
 */
public record NewPortalAccount(
        String email,
        String displayName,
        String phone,
        String language,
        String passwordHash,
        boolean verified,
        boolean demo) {}
