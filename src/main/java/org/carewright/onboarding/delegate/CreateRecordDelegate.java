package org.carewright.onboarding.delegate;

import static org.carewright.onboarding.patient.OnboardingVariables.DUPLICATE_SUMMARY;
import static org.carewright.onboarding.patient.OnboardingVariables.ONBOARDING_ID;
import static org.carewright.onboarding.patient.OnboardingVariables.RECORD_KNOWN;
import static org.carewright.onboarding.patient.OnboardingVariables.REGISTERED_SUMMARY;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.patient.RecordMatching;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Create patient record",
        description = "Makes a patient record of what the person told and opens it to their portal account.")
class CreateRecordDelegate implements JavaDelegate {

    private final RecordMatching matching;

    CreateRecordDelegate(RecordMatching matching) {
        this.matching = matching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        matching.create(UUID.fromString(ONBOARDING_ID.from(execution)));
        RECORD_KNOWN.set(execution, true);
        execution.removeVariable(DUPLICATE_SUMMARY.name());
        execution.removeVariable(REGISTERED_SUMMARY.name());
    }
}
