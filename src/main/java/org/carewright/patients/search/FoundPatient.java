package org.carewright.patients.search;

import java.time.LocalDate;
import java.util.UUID;
import org.carewright.patients.record.PatientStatus;

/**
 * A patient in a list: enough to tell who it is, no more.
 *
 * @param dateOfBirth null when unknown
 * @param sortText orders the list; with {@code id} the place from which the next page goes on
 */
public record FoundPatient(
        UUID id,
        String givenName,
        String familyName,
        LocalDate dateOfBirth,
        String barcode,
        PatientStatus status,
        String sortText) {

    public String fullName() {
        return givenName + " " + familyName;
    }
}
