package org.carewright.onboarding.patient;

import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.engine.PatientOfProcess;
import org.carewright.onboarding.patient.EnrolmentMapper.EnrolmentRow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An onboarding is about the patient it leads to, once there is a record. */
@Component
class EnrolmentPatient implements PatientOfProcess {

    private final EnrolmentMapper enrolments;

    EnrolmentPatient(EnrolmentMapper enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public String processId() {
        return OnboardingVariables.PROCESS_ID;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> patientOf(UUID enrolmentId) {
        return enrolments.find(enrolmentId).map(EnrolmentRow::patientId);
    }
}
