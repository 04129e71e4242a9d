package org.carewright.onboarding.delegate;

import static org.carewright.onboarding.clinic.ClinicOnboardingVariables.MISSING;
import static org.carewright.onboarding.clinic.ClinicOnboardingVariables.READY;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.clinic.OpeningEnd;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Record go-live check",
        description =
                "Keeps what the decision table found missing, and in which version; tells whether the clinic is ready.")
class RecordGoLiveCheckDelegate implements JavaDelegate {

    private final OpeningEnd opening;

    RecordGoLiveCheckDelegate(OpeningEnd opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.removeVariable(MISSING.name());
        READY.set(execution, opening.recordCheck());
    }
}
