package org.carewright.onboarding.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface OnboardingTimelineMapper {

    List<OnboardingMoment> before(UUID patientId, Instant before, int limit);

    /** @param step {@code begun}, {@code intake} or {@code completed} */
    record OnboardingMoment(UUID id, Instant at, String step) {}
}
