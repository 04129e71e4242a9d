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

    /** @param older what the next page comes before; null when this is the last */
    public record Page(List<TimelineEntry> entries, Instant older) {}

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

    /**
     * A page of at most so many entries. What happened at one moment isn't torn apart: two messages that went out together
     * would else be lost between two pages.
     *
     * @param before excluded
     */
    @Transactional(readOnly = true)
    public Page page(UUID patientId, Instant before, int limit) {
        var entries = entries(patientId, before, limit + 1);
        if (entries.size() <= limit) {
            return new Page(entries, null);
        }
        var beyond = entries.get(limit).at();
        var whole = entries.stream().filter(entry -> entry.at().isAfter(beyond)).toList();
        var shown = whole.isEmpty() ? entries.subList(0, limit) : whole;
        return new Page(shown, shown.get(shown.size() - 1).at());
    }
}
