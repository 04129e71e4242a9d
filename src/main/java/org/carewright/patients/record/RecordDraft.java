package org.carewright.patients.record;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carewright.patients.PreferredChannel;

/**
 * A record's content as someone typed it: what {@link PatientRecords} checks, brings into one form and keeps. Texts may be
 * null or blank when not given, except the names.
 *
 * @param dateOfBirth null when unknown
 * @param phone national or international; kept as E.164
 * @param language one of the product's; null for the clinic's
 * @param referredBy the patient who recommended the clinic
 */
public record RecordDraft(
        String givenName,
        String familyName,
        LocalDate dateOfBirth,
        String email,
        String phone,
        PreferredChannel preferredChannel,
        String language,
        String address,
        EmergencyContact emergencyContact,
        String medicalHistory,
        List<Allergy> allergies,
        List<Medication> medications,
        Insurance insurance,
        UUID referredBy) {

    /** Name and ways to reach only; the rest not given. */
    public static RecordDraft of(
            String givenName, String familyName, LocalDate dateOfBirth, String email, String phone, String language) {
        return new RecordDraft(
                givenName,
                familyName,
                dateOfBirth,
                email,
                phone,
                PreferredChannel.BOTH,
                language,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null);
    }
}
