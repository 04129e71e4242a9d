package org.carewright.onboarding.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.carewright.onboarding.clinic.GoLiveCheck.Missing;
import org.carewright.shared.process.Decisions;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each row of {@code GoLiveDecision} (PLT-4). */
@CarewrightTest
class GoLiveDecisionTests {

    @Autowired
    Decisions decisions;

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 1, 0, 0, manager, manager",
        "1, 0, 0, 1, 0, 0, practitioners, practitioners",
        "1, 2, 1, 1, 0, 0, hours, practitioners",
        "1, 1, 0, 0, 0, 0, services, services",
        "1, 1, 0, 2, 1, 0, service_practitioner, services",
        "1, 1, 0, 2, 0, 1, service_room, rooms"
    })
    void namesWhatIsMissingAndWhereToPutItRight(
            int managers,
            int practitioners,
            int withoutHours,
            int services,
            int withoutPractitioner,
            int withoutRoom,
            String missing,
            String fixAt) {
        var decided = decisions.evaluate(
                GoLiveCheck.DECISION,
                facts(managers, practitioners, withoutHours, services, withoutPractitioner, withoutRoom));

        assertThat(GoLiveCheck.missing(decided)).containsExactly(new Missing(missing, fixAt));
    }

    @Test
    void findsNothingMissingWhereAllIsThere() {
        assertThat(decisions
                        .evaluate(GoLiveCheck.DECISION, facts(1, 1, 0, 1, 0, 0))
                        .outputs())
                .isEmpty();
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        assertThat(GoLiveCheck.missing(decisions.evaluate(GoLiveCheck.DECISION, facts(0, 0, 0, 0, 0, 0))))
                .extracting(Missing::code)
                .containsExactly("manager", "practitioners", "services");
    }

    private static Map<String, Object> facts(
            int managers, int practitioners, int withoutHours, int services, int withoutPractitioner, int withoutRoom) {
        return Map.of(
                "managers", managers,
                "practitioners", practitioners,
                "practitionersWithoutHours", withoutHours,
                "services", services,
                "servicesWithoutPractitioner", withoutPractitioner,
                "servicesWithoutRoom", withoutRoom);
    }
}
