package org.carewright.patients.search;

import java.time.LocalDate;
import java.util.UUID;
import org.carewright.patients.record.PatientStatus;

/**
 * A patient in a list: enough to tell who it is, no more.
 *
 * @param dateOfBirth null when unknown
 */
public record FoundPatient(
        UUID id, String givenName, String familyName, LocalDate dateOfBirth, String barcode, PatientStatus status) {

    public String fullName() {
        return givenName + " " + familyName;
    }
}
