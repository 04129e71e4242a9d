package org.carewright.billing.figures;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.carewright.billing.ledger.Ledger;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Which days somebody asks about. */
@Component
public class FiguresPeriods {

    private final Ledger ledger;

    FiguresPeriods(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Today, in the clinic's zone. */
    public LocalDate today() {
        return ledger.today();
    }

    /**
     * As asked for; without days the last twelve months with the one that runs.
     *
     * @throws ProblemException {@code invalid_period} (400) for anything that is no period of at most ten years
     */
    public Period of(String from, String to) {
        var today = today();
        try {
            return new Period(
                    from == null || from.isBlank() ? today.withDayOfMonth(1).minusMonths(11) : LocalDate.parse(from),
                    to == null || to.isBlank() ? today : LocalDate.parse(to));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "invalid_period");
        }
    }
}
