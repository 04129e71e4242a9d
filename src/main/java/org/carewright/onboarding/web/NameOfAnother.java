package org.carewright.onboarding.web;

import java.util.Optional;
import org.carewright.onboarding.patient.Enrolment;
import org.carewright.patients.Patient;
import org.carewright.patients.PatientService;
import org.springframework.stereotype.Component;

/** The patient's name for those who register somebody else, so that they see whom a page is about. */
@Component
class NameOfAnother {

    private final PatientService patients;

    NameOfAnother(PatientService patients) {
        this.patients = patients;
    }

    /** Empty for one's own onboarding, and until the record exists. */
    Optional<String> of(Enrolment enrolment) {
        return Optional.ofNullable(enrolment.patientId())
                .filter(id -> enrolment.forAnother())
                .flatMap(patients::find)
                .map(Patient::fullName);
    }
}
