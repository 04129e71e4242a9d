package org.carewright.onboarding.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.clinic.GoLiveCheck;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Read set-up of clinic",
        description =
                "Counts the new clinic's managers, practitioners, hours, services and rooms for the go-live check.")
class ReadClinicSetUpDelegate implements JavaDelegate {

    private final GoLiveCheck check;

    ReadClinicSetUpDelegate(GoLiveCheck check) {
        this.check = check;
    }

    @Override
    public void execute(DelegateExecution execution) {
        check.facts().forEach(execution::setVariable);
    }
}
