package org.carewright.onboarding.delegate;

import static org.carewright.onboarding.patient.OnboardingVariables.CANDIDATE_ID;
import static org.carewright.onboarding.patient.OnboardingVariables.DUPLICATE_SUMMARY;
import static org.carewright.onboarding.patient.OnboardingVariables.ONBOARDING_ID;
import static org.carewright.onboarding.patient.OnboardingVariables.RECORD_GONE;
import static org.carewright.onboarding.patient.OnboardingVariables.RECORD_KNOWN;
import static org.carewright.onboarding.patient.OnboardingVariables.REGISTERED_SUMMARY;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.patient.RecordMatching;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Link existing record",
        description =
                "Opens the existing patient record that was found to the person's portal account. Ends in the error Err_RecordGone when it is there no more.")
class LinkRecordDelegate implements JavaDelegate {

    private final RecordMatching matching;

    LinkRecordDelegate(RecordMatching matching) {
        this.matching = matching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var candidate = UUID.fromString(CANDIDATE_ID.from(execution));
        execution.removeVariable(DUPLICATE_SUMMARY.name());
        execution.removeVariable(REGISTERED_SUMMARY.name());
        if (!matching.link(UUID.fromString(ONBOARDING_ID.from(execution)), candidate)) {
            throw new BpmnError(RECORD_GONE);
        }
        RECORD_KNOWN.set(execution, true);
    }
}
