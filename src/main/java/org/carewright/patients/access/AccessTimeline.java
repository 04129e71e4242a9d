package org.carewright.patients.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carewright.patients.timeline.TimelineEntry;
import org.carewright.patients.timeline.TimelineSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** When portal access to the record was given and taken away; of whom it says what they are to the patient, no name. */
@Component
class AccessTimeline implements TimelineSource {

    private final PortalAccessMapper grants;

    AccessTimeline(PortalAccessMapper grants) {
        this.grants = grants;
    }

    @Override
    public List<TimelineEntry> entries(UUID patientId, Instant before, int limit) {
        return grants.changes(patientId, before, limit).stream()
                .map(change -> new TimelineEntry(
                        change.at(),
                        change.kind(),
                        change.id(),
                        List.of(text("access.relation.", change.relation()), text("access.level.", change.level())),
                        null,
                        "/desk/patients/" + patientId + "/access"))
                .toList();
    }

    private static MessageSourceResolvable text(String key, String code) {
        return new DefaultMessageSourceResolvable(key + code);
    }
}
