package org.carewright.onboarding.delegate;

import static org.carewright.onboarding.patient.OnboardingVariables.CONSENTS_OPEN;
import static org.carewright.onboarding.patient.OnboardingVariables.INSURANCE_OPEN;
import static org.carewright.onboarding.patient.OnboardingVariables.INTAKE_FORM;
import static org.carewright.onboarding.patient.OnboardingVariables.INTAKE_OPEN;
import static org.carewright.onboarding.patient.OnboardingVariables.ONBOARDING_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.patient.Paperwork;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "List open paperwork",
        description = "Finds out which of consents, intake form and insurance the patient still has to give.")
class ListPaperworkDelegate implements JavaDelegate {

    private final Paperwork paperwork;

    ListPaperworkDelegate(Paperwork paperwork) {
        this.paperwork = paperwork;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var open = paperwork.begin(UUID.fromString(ONBOARDING_ID.from(execution)), INTAKE_FORM.from(execution));
        CONSENTS_OPEN.set(execution, open.consents());
        INTAKE_OPEN.set(execution, open.intake());
        INSURANCE_OPEN.set(execution, open.insurance());
    }
}
