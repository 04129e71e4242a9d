package org.carewright.patients.access;

/**
 * Whom to invite.
 *
 * @param relation anything but {@link Relation#SELF}; null when none was chosen
 * @param level null when none was chosen
 */
public record FamilyInvite(String name, String email, Relation relation, AccessLevel level) {}
