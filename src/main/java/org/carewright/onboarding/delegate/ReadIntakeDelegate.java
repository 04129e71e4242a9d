package org.carewright.onboarding.delegate;

import static org.carewright.onboarding.patient.OnboardingVariables.BLOOD_THINNERS;
import static org.carewright.onboarding.patient.OnboardingVariables.INTAKE_SUMMARY;
import static org.carewright.onboarding.patient.OnboardingVariables.ONBOARDING_ID;
import static org.carewright.onboarding.patient.OnboardingVariables.PREGNANT;
import static org.carewright.onboarding.patient.OnboardingVariables.SERIOUS_CONDITION;
import static org.carewright.onboarding.patient.OnboardingVariables.SEVERE_ALLERGY;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.patient.OnboardingEnd;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Read intake answers",
        description =
                "Reads from the answers what the decision about a review goes by, and what a reviewer needs to see.")
class ReadIntakeDelegate implements JavaDelegate {

    private final OnboardingEnd end;

    ReadIntakeDelegate(OnboardingEnd end) {
        this.end = end;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var facts = end.intakeFacts(UUID.fromString(ONBOARDING_ID.from(execution)));
        SEVERE_ALLERGY.set(execution, facts.severeAllergy());
        BLOOD_THINNERS.set(execution, facts.bloodThinners());
        PREGNANT.set(execution, facts.pregnant());
        SERIOUS_CONDITION.set(execution, facts.seriousCondition());
        INTAKE_SUMMARY.set(execution, facts.summary());
    }
}
