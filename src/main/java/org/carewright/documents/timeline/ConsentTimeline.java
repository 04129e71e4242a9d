package org.carewright.documents.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carewright.patients.timeline.TimelineEntry;
import org.carewright.patients.timeline.TimelineSource;
import org.springframework.stereotype.Component;

/** Which consents a patient signed and withdrew. */
@Component
class ConsentTimeline implements TimelineSource {

    private final ConsentTimelineMapper consents;

    ConsentTimeline(ConsentTimelineMapper consents) {
        this.consents = consents;
    }

    @Override
    public List<TimelineEntry> entries(UUID patientId, Instant before, int limit) {
        return consents.before(patientId, before, limit).stream()
                .map(consent -> new TimelineEntry(
                        consent.at(),
                        consent.withdrawn() ? "consent-withdrawn" : "consent-signed",
                        consent.id(),
                        List.of(consent.title()),
                        null,
                        "/desk/consents/" + consent.id()))
                .toList();
    }
}
