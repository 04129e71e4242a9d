package org.carewright.onboarding.delegate;

import static org.carewright.onboarding.patient.OnboardingVariables.BLOOD_THINNERS;
import static org.carewright.onboarding.patient.OnboardingVariables.INTAKE_SUMMARY;
import static org.carewright.onboarding.patient.OnboardingVariables.ONBOARDING_ID;
import static org.carewright.onboarding.patient.OnboardingVariables.PREGNANT;
import static org.carewright.onboarding.patient.OnboardingVariables.SERIOUS_CONDITION;
import static org.carewright.onboarding.patient.OnboardingVariables.SEVERE_ALLERGY;

import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.patient.OnboardingEnd;
import org.carewright.shared.process.ModelTask;
import org.carewright.shared.process.ProcessVariable;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Issue patient card",
        description = "Completes the onboarding: the patient finds their card with barcode and QR code in the portal.")
class IssueCardDelegate implements JavaDelegate {

    private final OnboardingEnd end;

    IssueCardDelegate(OnboardingEnd end) {
        this.end = end;
    }

    @Override
    public void execute(DelegateExecution execution) {
        end.issueCard(UUID.fromString(ONBOARDING_ID.from(execution)));
        Stream.of(SEVERE_ALLERGY, BLOOD_THINNERS, PREGNANT, SERIOUS_CONDITION, INTAKE_SUMMARY)
                .map(ProcessVariable::name)
                .forEach(execution::removeVariable);
    }
}
