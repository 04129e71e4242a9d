package org.carewright.onboarding.delegate;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.clinic.ClinicOnboardingVariables;
import org.carewright.onboarding.clinic.OpeningEnd;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Open clinic to the public",
        description =
                "Makes the clinic's public pages, portal and booking reachable; an error when something has gone missing.")
class OpenClinicDelegate implements JavaDelegate {

    private final OpeningEnd opening;

    OpenClinicDelegate(OpeningEnd opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (!opening.goLive()) {
            throw new BpmnError(ClinicOnboardingVariables.SET_UP_INCOMPLETE);
        }
    }
}
