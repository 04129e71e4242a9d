package org.carewright.patients.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All a clinic knows of what happened to a patient and what is ahead, in one order (CARE-1). */
@Service
public class Timeline {

    private static final Comparator<TimelineEntry> NEWEST_FIRST = Comparator.comparing(TimelineEntry::at)
            .thenComparing(TimelineEntry::id)
            .reversed();

    private final List<TimelineSource> sources;

    Timeline(List<TimelineSource> sources) {
        this.sources = sources;
    }

    /**
     * The entries before a moment, newest first, in the clinic in scope. Costs what its sources cost, whatever the length
     * of the patient's life.
     *
     * @param before excluded
     */
    @Transactional(readOnly = true)
    public List<TimelineEntry> entries(UUID patientId, Instant before, int limit) {
        return sources.stream()
                .flatMap(source -> source.entries(patientId, before, limit).stream())
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }
}
