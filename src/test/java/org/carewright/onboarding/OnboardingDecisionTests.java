package org.carewright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.carewright.shared.process.Decisions;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each row of the tables that {@code OnboardingProcess} asks, and the cases beside them (ONB-3, ONB-4). */
@CarewrightTest
class OnboardingDecisionTests {

    @Autowired
    Decisions decisions;

    @ParameterizedTest
    @CsvSource({
        "true, true, true, false, false, certain",
        "true, true, true, true, false, certain",
        "true, true, true, true, true, possible",
        "true, true, false, true, false, possible",
        "true, true, false, false, false, possible",
        "true, false, true, false, false, possible",
        "true, false, false, true, false, possible",
        "false, true, true, false, false, possible",
        "false, true, false, true, false, possible",
        "true, false, false, false, false, none",
        "false, true, false, false, false, none",
        "false, false, true, true, false, none",
        "false, false, false, false, false, none"
    })
    void onlyWhatIsProvenIsCertainAndWhatIsAlikeIsLookedAt(
            boolean name, boolean birthDate, boolean email, boolean phone, boolean otherAccount, String duplicate) {
        var facts = Map.<String, Object>of(
                "sameName", name,
                "sameBirthDate", birthDate,
                "sameEmail", email,
                "samePhone", phone,
                "otherAccount", otherAccount);

        assertThat(decided("DuplicateCheckDecision", facts)).isEqualTo(duplicate);
    }

    @ParameterizedTest
    @CsvSource({
        "pt, intake-physiotherapy",
        "ot, intake-general",
        "slp, intake-general",
        "aesthetics, intake-general",
        "home_care, intake-general",
        ", intake-general"
    })
    void theServiceDecidesWhatIsAsked(String speciality, String form) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("serviceSpeciality", speciality);

        assertThat(decided("IntakeFormDecision", facts)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "yes, no, no, no, practitioner",
        "no, yes, no, no, practitioner",
        "no, no, yes, no, practitioner",
        "no, no, no, yes, practitioner",
        "yes, yes, yes, yes, practitioner",
        "no, no, unknown, no, nobody",
        "no, no, no, no, nobody"
    })
    void anAnswerThatMattersForTreatmentIsReviewed(
            String allergy, String thinners, String pregnant, String condition, String reviewer) {
        var facts = Map.<String, Object>of(
                "severeAllergy", allergy,
                "bloodThinners", thinners,
                "pregnant", pregnant,
                "seriousCondition", condition);

        assertThat(decided("IntakeReviewDecision", facts)).isEqualTo(reviewer);
    }

    private Object decided(String decision, Map<String, Object> facts) {
        var outputs = decisions.evaluate(decision, facts).outputs();
        assertThat(outputs).hasSize(1);
        return outputs.get(0).values().iterator().next();
    }
}
