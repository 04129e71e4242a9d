package org.carewright.identity;

/**
 * Someone who shall be able to sign in.
 *
 * @param email what they sign in with, case ignored, unique on the platform
 * @param passwordHash as the password encoder bean makes it, never the password itself
 * @param demo a login whose password is public; production refuses to start with one
 */
public record NewAccount(String email, String displayName, Role role, String passwordHash, boolean demo) {}
