package org.carewright.onboarding.patient;

import static org.carewright.onboarding.patient.OnboardingVariables.ABANDON_AT;
import static org.carewright.onboarding.patient.OnboardingVariables.CONTACT_SUMMARY;
import static org.carewright.onboarding.patient.OnboardingVariables.CONTACT_VERIFIED;
import static org.carewright.onboarding.patient.OnboardingVariables.ONBOARDING_ID;
import static org.carewright.onboarding.patient.OnboardingVariables.PATIENT_NAME;
import static org.carewright.onboarding.patient.OnboardingVariables.RECORD_KNOWN;
import static org.carewright.onboarding.patient.OnboardingVariables.REMINDER_NUMBER;
import static org.carewright.onboarding.patient.OnboardingVariables.SERVICE_SPECIALITY;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carewright.onboarding.patient.EnrolmentMapper.NewEnrolment;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.shared.process.Processes;
import org.springframework.stereotype.Component;

/** Starts a patient's onboarding and tells it what happened; all in the caller's transaction. */
@Component
class OnboardingProcess {

    private final Processes processes;
    private final CatalogueService catalogue;

    OnboardingProcess(Processes processes, CatalogueService catalogue) {
        this.processes = processes;
        this.catalogue = catalogue;
    }

    /** @return the process instance id */
    String start(NewEnrolment enrolment, EnrolmentDetails details, boolean contactVerified) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(ONBOARDING_ID.name(), enrolment.id().toString());
        variables.put(RECORD_KNOWN.name(), enrolment.patientId() != null);
        variables.put(CONTACT_VERIFIED.name(), contactVerified);
        variables.put(ABANDON_AT.name(), Date.from(enrolment.abandonAt()));
        variables.put(REMINDER_NUMBER.name(), 0);
        variables.put(SERVICE_SPECIALITY.name(), speciality(enrolment));
        variables.put(PATIENT_NAME.name(), details.fullName());
        variables.put(CONTACT_SUMMARY.name(), contacts(details));
        return processes.start(OnboardingVariables.PROCESS_ID, enrolment.id(), variables);
    }

    private String speciality(NewEnrolment enrolment) {
        return enrolment.serviceId() == null
                ? null
                : catalogue
                        .service(enrolment.serviceId())
                        .map(ServiceOffer::speciality)
                        .orElse(null);
    }

    private static String contacts(EnrolmentDetails details) {
        return Stream.of(details.email(), details.phone())
                .filter(contact -> contact != null && !contact.isBlank())
                .collect(Collectors.joining(" · "));
    }

    /** @return false when the process no longer waits for such news */
    boolean tell(String message, Enrolment enrolment, Map<String, Object> variables) {
        return processes.correlate(message, enrolment.processInstanceId(), variables);
    }
}
