package org.carewright.patients.record;

import java.time.Instant;
import java.util.UUID;

/**
 * A patient's record as it is kept.
 *
 * @param version grows with each change; a change names the one it saw
 * @param barcode 16 digits, on card and labels, unique in the clinic; says nothing about the patient
 * @param content in the form {@link PatientRecords} keeps it: no outer spaces, null for not given, phones E.164
 * @param updatedAt null while it is as it was created
 */
public record PatientRecord(
        UUID id,
        int version,
        PatientStatus status,
        String barcode,
        RecordDraft content,
        Instant createdAt,
        Instant updatedAt) {

    public String fullName() {
        return content.givenName() + " " + content.familyName();
    }
}
