package org.carewright.scheduling.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random clinics with fixed seeds, over the days on which each zone changes its clocks. */
class AvailabilityOracleTests {

    private static final int CLINICS = 150;

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-05, 1",
        "America/New_York, 2026-10-29, 2",
        "Europe/London, 2026-03-26, 3",
        "Europe/London, 2026-10-22, 4",
        "Asia/Kolkata, 2026-06-01, 5",
        "Australia/Lord_Howe, 2026-04-02, 6",
        "Australia/Lord_Howe, 2026-10-01, 7"
    })
    void agreesWithTheRulesTakenLiterally(String zone, LocalDate from, long seed) {
        var random = new Random(seed);
        for (var clinic = 0; clinic < CLINICS; clinic++) {
            var taken = new ArrayList<TimeRange>();
            var question = randomQuestion(zone, from, random, taken);

            var offers = AvailabilityCalculator.offers(question);

            assertThat(offers)
                    .as("clinic %d of seed %d: %s", clinic, seed, question)
                    .extracting(Offer::start)
                    .isEqualTo(new NaiveOracle(question, taken).starts());
        }
    }

    private static AvailabilityQuestion randomQuestion(
            String zone, LocalDate from, Random random, List<TimeRange> taken) {
        var question = Question.in(zone)
                .visit(5 + 5 * random.nextInt(18), 5 + 5 * random.nextInt(12))
                .buffers(5 * random.nextInt(4), 5 * random.nextInt(4))
                .notice(random.nextInt(600))
                .horizon(1 + random.nextInt(8));
        for (var day : DayOfWeek.values()) {
            for (var window = random.nextInt(4); window > 0; window--) {
                question.open(day, Question.LOCATION, randomRange(random));
            }
            if (random.nextInt(3) == 0) {
                var pause = randomRange(random);
                question.pause(day, text(pause.fromMinute()), text(pause.toMinute()));
            }
        }
        if (random.nextBoolean()) {
            var override = randomRange(random);
            question.override(
                    from.plusDays(random.nextInt(6)).toString(),
                    text(override.fromMinute()),
                    text(override.toMinute()));
        }
        if (random.nextInt(3) == 0) {
            var closed = from.plusDays(random.nextInt(6)).toString();
            question.closed(random.nextBoolean() ? null : Question.LOCATION, closed, closed);
        }
        for (var visit = random.nextInt(12); visit > 0; visit--) {
            taken.add(randomVisit(question, from, random));
            question.busy(taken.get(taken.size() - 1));
        }
        if (random.nextInt(3) == 0) {
            question.limits(1 + random.nextInt(2), null);
            for (var visit = random.nextInt(4); visit > 0; visit--) {
                question.visitOfPractitioner(from.plusDays(random.nextInt(6))
                        .atTime(random.nextInt(24), 0)
                        .toString());
            }
        }
        question.now(question.at(from.atStartOfDay().toString())
                .plus(random.nextInt(48) - 24, ChronoUnit.HOURS)
                .plusMillis(random.nextInt(3)));
        return question.ask(from.toString(), from.plusDays(6).toString());
    }

    private static TimeRange randomVisit(Question question, LocalDate from, Random random) {
        Instant start =
                question.at(from.atStartOfDay().toString()).plus(5 * random.nextInt(7 * 288), ChronoUnit.MINUTES);
        return new TimeRange(start, start.plus(5 + 5 * random.nextInt(30), ChronoUnit.MINUTES));
    }

    /** Around the hours in which clocks change, and often touching another or midnight. */
    private static WallClockRange randomRange(Random random) {
        var from = 30 * random.nextInt(47);
        var to = Math.min(1440, from + 30 * (1 + random.nextInt(12)));
        return new WallClockRange(from, to);
    }

    private static String text(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
