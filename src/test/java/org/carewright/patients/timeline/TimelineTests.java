package org.carewright.patients.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What several modules tell becomes one order (CARE-1). */
class TimelineTests {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    @Test
    void theNewestComeFirstWhoeverTellsThem() {
        var timeline = new Timeline(List.of(source("visit", 0, 2, 4), source("message", 1, 3)));

        assertThat(timeline.entries(UUID.randomUUID(), NOON.plusSeconds(1), 4))
                .extracting(TimelineEntry::kind)
                .containsExactly("visit", "message", "visit", "message");
    }

    @Test
    void pagesByTheLastEntrysTimeLoseNothing() {
        var timeline = new Timeline(List.of(source("visit", 0, 2, 4, 6), source("message", 1, 3, 5)));
        var first = timeline.entries(UUID.randomUUID(), NOON.plusSeconds(1), 3);
        var rest = timeline.entries(UUID.randomUUID(), first.get(2).at(), 10);

        assertThat(rest).hasSize(4).noneMatch(first::contains);
    }

    @Test
    void whatHappenedAtOneMomentStaysOnOnePage() {
        var timeline = new Timeline(List.of(source("email", 0, 1, 2), source("sms", 1)));
        var first = timeline.page(UUID.randomUUID(), NOON.plusSeconds(1), 2);
        var second = timeline.page(UUID.randomUUID(), first.older(), 3);

        assertThat(first.entries()).hasSize(1);
        assertThat(second.entries()).hasSize(3);
        assertThat(second.older()).isNull();
    }

    private static TimelineSource source(String kind, int... hoursAgo) {
        var entries = IntStream.of(hoursAgo)
                .mapToObj(hours -> new TimelineEntry(
                        NOON.minus(Duration.ofHours(hours)), kind, new UUID(0, hours), List.of(), null, null))
                .toList();
        return (patient, before, limit) -> entries.stream()
                .filter(entry -> entry.at().isBefore(before))
                .limit(limit)
                .toList();
    }
}
