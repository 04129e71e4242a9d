package org.carewright.onboarding.patient;

import java.time.LocalDate;
import java.util.Map;
import org.carewright.patients.PreferredChannel;
import org.carewright.patients.record.RecordDraft;

/**
 * What a person says of themselves when registering.
 *
 * @param phone as typed, null when not given
 */
public record EnrolmentDetails(
        String givenName,
        String familyName,
        LocalDate dateOfBirth,
        String email,
        String phone,
        PreferredChannel preferredChannel) {

    /** From checked values of the form {@code register-patient}. @param email taken instead of the form's, or null */
    static EnrolmentDetails of(Map<String, Object> values, String email) {
        return new EnrolmentDetails(
                (String) values.get("givenName"),
                (String) values.get("familyName"),
                LocalDate.parse(String.valueOf(values.get("dateOfBirth"))),
                email == null ? (String) values.get("email") : email,
                (String) values.get("phone"),
                PreferredChannel.of(String.valueOf(values.get("preferredChannel"))));
    }

    public String fullName() {
        return givenName + " " + familyName;
    }

    RecordDraft toDraft(String language) {
        return new RecordDraft(
                givenName,
                familyName,
                dateOfBirth,
                email,
                phone,
                preferredChannel,
                language,
                null,
                null,
                null,
                java.util.List.of(),
                java.util.List.of(),
                null,
                null);
    }
}
