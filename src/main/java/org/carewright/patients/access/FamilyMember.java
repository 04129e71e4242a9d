package org.carewright.patients.access;

/**
 * Somebody with access to a patient's record, as the one who looks at the list sees them.
 *
 * @param name the account's
 * @param own whether it is the access of the one who looks
 * @param revocable whether the one who looks may take it away
 * @param awaitsConsent whether it rests until the patient, who looks, agrees
 */
public record FamilyMember(
        Grant grant, Grant.State state, String name, boolean own, boolean revocable, boolean awaitsConsent) {}
