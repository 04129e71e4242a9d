package org.carewright.onboarding.patient;

import java.util.UUID;

/**
 * A record that may be the registered person's own (ONB-4).
 *
 * @param otherAccount whether somebody else's portal account opens it as their own
 * @param summary name, date of birth and contacts, for staff to compare
 */
public record Candidate(
        UUID patientId,
        boolean sameName,
        boolean sameBirthDate,
        boolean sameEmail,
        boolean samePhone,
        boolean otherAccount,
        String summary) {

    int likeness() {
        return count(sameName) + count(sameBirthDate) + count(sameEmail) + count(samePhone);
    }

    private static int count(boolean same) {
        return same ? 1 : 0;
    }
}
