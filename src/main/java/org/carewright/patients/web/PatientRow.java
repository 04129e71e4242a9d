package org.carewright.patients.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.carewright.clinics.Clinic;
import org.carewright.patients.record.PatientStatus;
import org.carewright.patients.search.FoundPatient;

/** A patient in the list. @param age in full years today where the clinic is; null without a date of birth */
record PatientRow(
        UUID id,
        String givenName,
        String familyName,
        LocalDate dateOfBirth,
        Integer age,
        String barcode,
        boolean inactive) {

    static List<PatientRow> of(List<FoundPatient> found, Clinic clinic, Clock clock) {
        var today = LocalDate.now(clock.withZone(clinic.timeZone()));
        return found.stream()
                .map(each -> new PatientRow(
                        each.id(),
                        each.givenName(),
                        each.familyName(),
                        each.dateOfBirth(),
                        age(each.dateOfBirth(), today),
                        grouped(each.barcode()),
                        each.status() == PatientStatus.INACTIVE))
                .toList();
    }

    static Integer age(LocalDate dateOfBirth, LocalDate today) {
        return dateOfBirth == null ? null : Period.between(dateOfBirth, today).getYears();
    }

    /** In groups of four, as people read numbers out. */
    static String grouped(String barcode) {
        return barcode.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
