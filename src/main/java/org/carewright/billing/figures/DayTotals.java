package org.carewright.billing.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.carewright.billing.figures.MoneyFiguresMapper.Closed;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sums of the days and months that are over, of the clinic in scope. Filled when figures are asked for, or by whoever
 * runs at night; doing it twice, or from two sides at once, changes nothing. A posting that is booked on a closed day
 * opens it and its month again.
 */
@Service
public class DayTotals {

    /** Longer than any transaction takes: what was begun before midnight is booked by then. */
    private static final Duration AFTER_MIDNIGHT = Duration.ofHours(1);

    private static final Closed NOTHING = new Closed(LocalDate.EPOCH, LocalDate.EPOCH.minusDays(1));

    private final MoneyFiguresMapper figures;
    private final ClinicService clinics;
    private final ClinicScope clinic;
    private final Clock clock;

    DayTotals(MoneyFiguresMapper figures, ClinicService clinics, ClinicScope clinic, Clock clock) {
        this.figures = figures;
        this.clinics = clinics;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Sums the days and months that are over and aren't summed yet. @return whether there were any */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean close() {
        var over = lastDayOver();
        if (isThrough(closed(), over)) {
            return false;
        }
        figures.openState(clinic.required());
        var closed = figures.lockState();
        if (isThrough(closed, over)) {
            return false;
        }
        if (over.isAfter(closed.through())) {
            figures.removeDaysAfter(closed.through());
            figures.sumDays(closed.through(), over);
        }
        var months = lastMonthOver(over);
        figures.removeMonthsAfter(closed.monthsThrough());
        figures.sumMonths(closed.monthsThrough(), months);
        figures.closeThrough(over.isAfter(closed.through()) ? over : closed.through(), months);
        return true;
    }

    private LocalDate lastDayOver() {
        return LocalDate.ofInstant(
                        clock.instant().minus(AFTER_MIDNIGHT), clinics.current().timeZone())
                .minusDays(1);
    }

    private static boolean isThrough(Closed closed, LocalDate day) {
        return !day.isAfter(closed.through()) && !lastMonthOver(day).isAfter(closed.monthsThrough());
    }

    /** The last day of the last month that is over when that day is. */
    private static LocalDate lastMonthOver(LocalDate day) {
        return day.plusDays(1).withDayOfMonth(1).minusDays(1);
    }

    /** The last day and the last month that are summed; long ago when none is. */
    Closed closed() {
        var closed = figures.closed();
        return closed == null ? NOTHING : closed;
    }
}
