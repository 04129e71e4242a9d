package org.carewright.onboarding.delegate;

import static org.carewright.onboarding.patient.OnboardingVariables.ONBOARDING_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.patient.OnboardingEnd;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "Close onboarding", description = "Ends the onboarding without a result.")
class CloseOnboardingDelegate implements JavaDelegate {

    private final OnboardingEnd end;

    CloseOnboardingDelegate(OnboardingEnd end) {
        this.end = end;
    }

    @Override
    public void execute(DelegateExecution execution) {
        end.close(UUID.fromString(ONBOARDING_ID.from(execution)));
    }
}
