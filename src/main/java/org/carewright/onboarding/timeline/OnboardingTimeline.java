package org.carewright.onboarding.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carewright.patients.timeline.TimelineEntry;
import org.carewright.patients.timeline.TimelineSource;
import org.springframework.stereotype.Component;

/** When a patient registered, answered the intake form and was through. */
@Component
class OnboardingTimeline implements TimelineSource {

    private static final String INTAKE = "intake";

    private final OnboardingTimelineMapper onboardings;

    OnboardingTimeline(OnboardingTimelineMapper onboardings) {
        this.onboardings = onboardings;
    }

    @Override
    public List<TimelineEntry> entries(UUID patientId, Instant before, int limit) {
        return onboardings.before(patientId, before, limit).stream()
                .map(moment -> new TimelineEntry(
                        moment.at(),
                        "onboarding-" + moment.step(),
                        moment.id(),
                        List.of(),
                        null,
                        moment.step().equals(INTAKE) ? "/desk/onboarding/" + moment.id() + "/intake" : null))
                .toList();
    }
}
