package org.carewright.billing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Periods of plans, and what parts of them cost (BIL-5). */
class PlanPeriodTests {

    private static final PlanInterval MONTHLY = new PlanInterval(IntervalUnit.MONTH, 1);

    @ParameterizedTest
    @CsvSource({
        "2027-01-31, 0, 2027-01-31",
        "2027-01-31, 1, 2027-02-28",
        "2027-01-31, 2, 2027-03-31",
        "2027-01-31, 3, 2027-04-30",
        "2027-01-31, 13, 2028-02-29",
        "2027-01-31, 14, 2028-03-31",
        "2027-01-29, 1, 2027-02-28",
        "2027-01-29, 13, 2028-02-29"
    })
    void endOfMonthComesBackAfterAShortMonth(LocalDate anchor, int number, LocalDate start) {
        assertThat(MONTHLY.startOf(anchor, number)).isEqualTo(start);
    }

    @Test
    void leapDayComesBackInLeapYears() {
        var yearly = new PlanInterval(IntervalUnit.YEAR, 1);
        var anchor = LocalDate.of(2028, 2, 29);

        assertThat(yearly.startOf(anchor, 1)).isEqualTo("2029-02-28");
        assertThat(yearly.startOf(anchor, 4)).isEqualTo("2032-02-29");
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void periodsFollowWithoutGapAndOverlap(long seed) {
        var random = new Random(seed);
        var interval = interval(random);
        var anchor = day(random);
        for (var number = 0; number < 40; number++) {
            var period = interval.period(anchor, number);
            assertThat(period.end())
                    .isEqualTo(interval.period(anchor, number + 1).start());
            assertThat(period.days()).isPositive();
            if (interval.unit() != IntervalUnit.WEEK) {
                var length = period.start().lengthOfMonth();
                assertThat(period.start().getDayOfMonth()).isEqualTo(Math.min(anchor.getDayOfMonth(), length));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void partsOfAPeriodAddUpToItsPriceHoweverItIsCut(long seed) {
        var random = new Random(seed);
        var period = interval(random).period(day(random), random.nextInt(20));
        var price = random.nextLong(1_000_000);
        var sum = 0L;
        var from = period.start();
        while (from.isBefore(period.end())) {
            var to = from.plusDays(1 + random.nextInt(20));
            var part = Proration.part(price, period, from, to);
            assertThat(part).isBetween(0L, price);
            sum += part;
            from = to;
        }
        assertThat(sum).isEqualTo(price);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsUsedAndWhatIsCreditedAreThePriceTogether(long seed) {
        var random = new Random(seed);
        var period = interval(random).period(day(random), 0);
        var price = random.nextLong(1_000_000);
        var day = period.start().plusDays(random.nextLong(period.days() + 1));

        var used = Proration.part(price, period, period.start(), day);

        assertThat(used + Proration.rest(price, period, day)).isEqualTo(price);
        assertThat(used).isLessThanOrEqualTo(price);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void planAfterPlanInOnePeriodNeverCostsMoreThanTheDearest(long seed) {
        var random = new Random(seed);
        var period = interval(random).period(day(random), 0);
        var dearest = 0L;
        var charged = 0L;
        var from = period.start();
        while (from.isBefore(period.end())) {
            var price = random.nextLong(1_000_000);
            dearest = Math.max(dearest, price);
            var to = period.clamp(from.plusDays(1 + random.nextInt(15)));
            // Charged to the end, of which the rest comes back at the next change.
            charged += Proration.rest(price, period, from) - Proration.rest(price, period, to);
            from = to;
        }
        // Every change rounds once.
        assertThat(charged).isBetween(0L, dearest + period.days());
    }

    @Test
    void aPartIsRoundedDownToTheMinorUnit() {
        var january = new PlanPeriod(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 2, 1));

        assertThat(Proration.part(10_000, january, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 11)))
                .isEqualTo(3_225);
        assertThat(Proration.rest(10_000, january, LocalDate.of(2027, 1, 11))).isEqualTo(6_775);
    }

    @Test
    void daysOutsideThePeriodCostNothing() {
        var week = new PlanPeriod(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 11));

        assertThat(Proration.part(700, week, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 4)))
                .isZero();
        assertThat(Proration.part(700, week, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 3, 4)))
                .isEqualTo(700);
        assertThat(Proration.rest(700, new PlanPeriod(week.start(), week.start()), week.start()))
                .isZero();
    }

    @Test
    void refusesPeriodsThatEndBeforeTheyStartAndPricesBelowZero() {
        var day = LocalDate.of(2027, 1, 4);

        assertThatIllegalArgumentException().isThrownBy(() -> new PlanPeriod(day, day.minusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanInterval(IntervalUnit.WEEK, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proration.rest(-1, new PlanPeriod(day, day.plusDays(1)), day));
    }

    private static PlanInterval interval(Random random) {
        var units = IntervalUnit.values();
        return new PlanInterval(units[random.nextInt(units.length)], 1 + random.nextInt(6));
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4_000));
    }
}
