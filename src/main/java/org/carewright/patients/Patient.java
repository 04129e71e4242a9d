package org.carewright.patients;

import java.util.UUID;

/**
 * A patient.
 *
 * @param email null when the patient gave none
 * @param phone E.164, null when the patient gave none
 * @param preferredChannel by which the patient wants to be reminded
 * @param language BCP 47 tag
 */
public record Patient(
        UUID id,
        String givenName,
        String familyName,
        String email,
        String phone,
        PreferredChannel preferredChannel,
        String language) {

    public String fullName() {
        return givenName + " " + familyName;
    }
}
