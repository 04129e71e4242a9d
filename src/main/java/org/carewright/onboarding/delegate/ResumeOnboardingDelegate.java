package org.carewright.onboarding.delegate;

import static org.carewright.onboarding.patient.OnboardingVariables.ABANDON_AT;
import static org.carewright.onboarding.patient.OnboardingVariables.ONBOARDING_ID;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.patient.OnboardingEnd;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "Resume onboarding", description = "Gives the patient time anew, as long as at the start.")
class ResumeOnboardingDelegate implements JavaDelegate {

    private final OnboardingEnd end;

    ResumeOnboardingDelegate(OnboardingEnd end) {
        this.end = end;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ABANDON_AT.set(execution, Date.from(end.resume(UUID.fromString(ONBOARDING_ID.from(execution)))));
    }
}
