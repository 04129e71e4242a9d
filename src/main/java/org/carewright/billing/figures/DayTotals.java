package org.carewright.billing.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sums of the days that are over, of the clinic in scope. Filled when figures are asked for, or by whoever runs at night;
 * doing it twice, or from two sides at once, changes nothing. A posting that is booked on a closed day opens it again.
 */
@Service
public class DayTotals {

    /** Longer than any transaction takes: what was begun before midnight is booked by then. */
    private static final Duration AFTER_MIDNIGHT = Duration.ofHours(1);

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

    /** Sums the days that are over and aren't summed yet. @return whether there were any */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean close() {
        var zone = clinics.current().timeZone();
        var over =
                LocalDate.ofInstant(clock.instant().minus(AFTER_MIDNIGHT), zone).minusDays(1);
        if (!over.isAfter(closedThrough())) {
            return false;
        }
        figures.openState(clinic.required());
        var closed = figures.lockState();
        if (!over.isAfter(closed)) {
            return false;
        }
        figures.removeTotalsAfter(closed);
        figures.sumDays(closed, over);
        figures.closeThrough(over);
        return true;
    }

    /** The last day that is summed; long ago when none is. */
    LocalDate closedThrough() {
        var closed = figures.closedThrough();
        return closed == null ? LocalDate.EPOCH : closed;
    }
}
