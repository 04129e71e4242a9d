package org.carewright.billing.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carewright.billing.figures.MoneyFiguresMapper.Closed;

/** Where each of a period's days is read: the fewest rows that tell it. */
record Sources(List<Source> parts) {

    enum Kind {
        MONTH,
        DAY,
        ENTRY
    }

    /** Days from the first to the last, all of them whole months for {@link Kind#MONTH}. */
    record Source(Kind kind, LocalDate from, LocalDate to) {}

    /** @param byMonths whether months may be read in one, because the period is shown by months */
    static Sources of(Period period, Closed closed, boolean byMonths) {
        var parts = new ArrayList<Source>();
        var summed = earlier(period.to(), closed.through());
        var wholeFrom = period.from().minusDays(1).withDayOfMonth(1).plusMonths(1);
        var wholeTo = earlier(summed, closed.monthsThrough())
                .plusDays(1)
                .withDayOfMonth(1)
                .minusDays(1);
        if (byMonths && wholeTo.isAfter(wholeFrom)) {
            add(parts, Kind.DAY, period.from(), wholeFrom.minusDays(1));
            add(parts, Kind.MONTH, wholeFrom, wholeTo);
            add(parts, Kind.DAY, wholeTo.plusDays(1), summed);
        } else {
            add(parts, Kind.DAY, period.from(), summed);
        }
        add(parts, Kind.ENTRY, later(period.from(), closed.through().plusDays(1)), period.to());
        return new Sources(parts);
    }

    private static void add(List<Source> parts, Kind kind, LocalDate from, LocalDate to) {
        if (!to.isBefore(from)) {
            parts.add(new Source(kind, from, to));
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
