package org.carewright.scheduling.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carewright.patients.timeline.TimelineEntry;
import org.carewright.patients.timeline.TimelineSource;
import org.springframework.stereotype.Component;

/** A patient's visits, past and ahead, with where each stands. */
@Component
class VisitTimeline implements TimelineSource {

    private final VisitTimelineMapper visits;

    VisitTimeline(VisitTimelineMapper visits) {
        this.visits = visits;
    }

    @Override
    public List<TimelineEntry> entries(UUID patientId, Instant before, int limit) {
        return visits.before(patientId, before, limit).stream()
                .map(visit -> new TimelineEntry(
                        visit.startsAt(),
                        "appointment",
                        visit.id(),
                        List.of(visit.service(), visit.practitioner()),
                        "appointment.status." + visit.status(),
                        "/desk/appointments/" + visit.id()))
                .toList();
    }
}
