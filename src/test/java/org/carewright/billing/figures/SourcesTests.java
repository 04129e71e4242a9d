package org.carewright.billing.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.Collectors;
import org.carewright.billing.figures.MoneyFiguresMapper.Closed;
import org.carewright.billing.figures.Sources.Kind;
import org.junit.jupiter.api.Test;

/** Where the figures of a period are read (REP-2). */
class SourcesTests {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Test
    void everyDayIsReadOnceAndOnlyFromWhatIsSummed() {
        var random = new Random(7);
        for (var i = 0; i < 5000; i++) {
            var from = START.plusDays(random.nextInt(900));
            var period = new Period(from, from.plusDays(random.nextInt(900)));
            var closed = START.plusDays(random.nextInt(1500) - 300);
            var months = closed.plusDays(1)
                    .withDayOfMonth(1)
                    .minusMonths(random.nextInt(3))
                    .minusDays(1);

            var sources = Sources.of(period, new Closed(closed, months), period.byMonths())
                    .parts();

            var days = new ArrayList<LocalDate>();
            for (var source : sources) {
                assertThat(source.to()).isAfterOrEqualTo(source.from());
                source.from().datesUntil(source.to().plusDays(1)).forEach(days::add);
                if (source.kind() == Kind.MONTH) {
                    assertThat(source.from().getDayOfMonth()).isEqualTo(1);
                    assertThat(source.to().plusDays(1).getDayOfMonth()).isEqualTo(1);
                    assertThat(source.to()).isBeforeOrEqualTo(months);
                } else if (source.kind() == Kind.DAY) {
                    assertThat(source.to()).isBeforeOrEqualTo(closed);
                }
            }
            assertThat(days.stream().sorted().toList())
                    .isEqualTo(period.from().datesUntil(period.to().plusDays(1)).toList());
        }
    }

    @Test
    void fiveYearsAreReadByMonthsButForTheRunningOne() {
        var period = new Period(LocalDate.of(2021, 12, 1), LocalDate.of(2026, 11, 21));

        var sources = Sources.of(
                        period, new Closed(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 10, 31)), period.byMonths())
                .parts();

        assertThat(sources.stream().map(Sources.Source::kind).collect(Collectors.toList()))
                .containsExactly(Kind.MONTH, Kind.DAY, Kind.ENTRY);
        assertThat(sources.get(0).to()).isEqualTo(LocalDate.of(2026, 10, 31));
    }
}
