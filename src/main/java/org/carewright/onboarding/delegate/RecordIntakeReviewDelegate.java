package org.carewright.onboarding.delegate;

import static org.carewright.onboarding.patient.OnboardingVariables.INTAKE_REVIEW_NOTE;
import static org.carewright.onboarding.patient.OnboardingVariables.ONBOARDING_ID;
import static org.carewright.onboarding.patient.OnboardingVariables.REVIEW_OUTCOME;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.patient.OnboardingEnd;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Record intake review",
        description = "Keeps what the reviewer found and moves the note out of the process.")
class RecordIntakeReviewDelegate implements JavaDelegate {

    private final OnboardingEnd end;

    RecordIntakeReviewDelegate(OnboardingEnd end) {
        this.end = end;
    }

    @Override
    public void execute(DelegateExecution execution) {
        end.recordReview(
                UUID.fromString(ONBOARDING_ID.from(execution)),
                REVIEW_OUTCOME.from(execution),
                INTAKE_REVIEW_NOTE.find(execution).orElse(""));
        execution.removeVariable(INTAKE_REVIEW_NOTE.name());
    }
}
