package org.carewright.onboarding.delegate;

import static org.carewright.onboarding.patient.OnboardingVariables.ONBOARDING_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.patient.OnboardingEnd;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Record abandonment",
        description = "Notes that the patient let the time pass; the clinic follows up.")
class RecordAbandonmentDelegate implements JavaDelegate {

    private final OnboardingEnd end;

    RecordAbandonmentDelegate(OnboardingEnd end) {
        this.end = end;
    }

    @Override
    public void execute(DelegateExecution execution) {
        end.abandon(UUID.fromString(ONBOARDING_ID.from(execution)));
    }
}
