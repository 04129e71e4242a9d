package org.carewright.onboarding.patient;

import java.util.Map;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.messaging.MessageSubject;
import org.carewright.messaging.MessageSubjects;
import org.carewright.patients.PatientService;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Component;

/** What messages about an onboarding say. */
@Component
class OnboardingSubjects implements MessageSubjects {

    private static final String REMINDER = "onboarding-reminder";
    private static final String CHECKLIST = "/portal/onboarding";

    private final Enrolments enrolments;
    private final PatientService patients;
    private final ClinicService clinics;
    private final PublicUrl address;

    OnboardingSubjects(Enrolments enrolments, PatientService patients, ClinicService clinics, PublicUrl address) {
        this.enrolments = enrolments;
        this.patients = patients;
        this.clinics = clinics;
        this.address = address;
    }

    @Override
    public String type() {
        return "onboarding";
    }

    @Override
    public MessageSubject load(UUID id) {
        var enrolment = enrolments.find(id).orElseThrow(() -> new IllegalStateException("No enrolment " + id));
        var patient = patients.find(enrolment.patientId()).orElseThrow();
        return new MessageSubject(
                patient.id(),
                Map.of(
                        "clinicName", clinics.current().name(),
                        "patientGivenName", patient.givenName(),
                        "manageUrl", address.of(CHECKLIST)),
                null);
    }

    /** Nobody is reminded of what has come meanwhile. */
    @Override
    public boolean overtaken(UUID id, String template) {
        var enrolment = enrolments.lock(id);
        return template.equals(REMINDER)
                && (enrolment.paperworkComplete() || enrolment.status() != EnrolmentStatus.OPEN);
    }
}
