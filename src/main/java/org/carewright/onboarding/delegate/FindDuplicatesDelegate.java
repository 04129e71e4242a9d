package org.carewright.onboarding.delegate;

import static org.carewright.onboarding.patient.OnboardingVariables.CANDIDATE_ID;
import static org.carewright.onboarding.patient.OnboardingVariables.DUPLICATE_SUMMARY;
import static org.carewright.onboarding.patient.OnboardingVariables.ONBOARDING_ID;
import static org.carewright.onboarding.patient.OnboardingVariables.OTHER_ACCOUNT;
import static org.carewright.onboarding.patient.OnboardingVariables.REGISTERED_SUMMARY;
import static org.carewright.onboarding.patient.OnboardingVariables.SAME_BIRTH_DATE;
import static org.carewright.onboarding.patient.OnboardingVariables.SAME_EMAIL;
import static org.carewright.onboarding.patient.OnboardingVariables.SAME_NAME;
import static org.carewright.onboarding.patient.OnboardingVariables.SAME_PHONE;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.onboarding.patient.Candidate;
import org.carewright.onboarding.patient.RecordMatching;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Find duplicates",
        description =
                "Looks for the patient record most like what the person told: by e-mail address, phone, name and date of birth.")
class FindDuplicatesDelegate implements JavaDelegate {

    private final RecordMatching matching;

    FindDuplicatesDelegate(RecordMatching matching) {
        this.matching = matching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = UUID.fromString(ONBOARDING_ID.from(execution));
        var found = matching.findDuplicate(id);
        SAME_NAME.set(execution, found.map(Candidate::sameName).orElse(false));
        SAME_BIRTH_DATE.set(execution, found.map(Candidate::sameBirthDate).orElse(false));
        SAME_EMAIL.set(execution, found.map(Candidate::sameEmail).orElse(false));
        SAME_PHONE.set(execution, found.map(Candidate::samePhone).orElse(false));
        OTHER_ACCOUNT.set(execution, found.map(Candidate::otherAccount).orElse(false));
        found.ifPresent(candidate -> {
            CANDIDATE_ID.set(execution, candidate.patientId().toString());
            DUPLICATE_SUMMARY.set(execution, candidate.summary());
            REGISTERED_SUMMARY.set(execution, matching.summary(id));
        });
    }
}
