package org.carewright.onboarding.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.clinic.OpeningEnd;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Close clinic opening",
        description =
                "Ends the opening of a clinic that was given up: its manager's invite no longer works, its pages stay closed.")
class CloseClinicOpeningDelegate implements JavaDelegate {

    private final OpeningEnd opening;

    CloseClinicOpeningDelegate(OpeningEnd opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        opening.giveUp();
    }
}
