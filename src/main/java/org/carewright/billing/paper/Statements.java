package org.carewright.billing.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.billing.paper.PaperMapper.MovementRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Statements of account from the ledger of the clinic in scope. */
@Service
public class Statements {

    private final PaperMapper papers;

    Statements(PaperMapper papers) {
        this.papers = papers;
    }

    /**
     * The patient's account in each currency in which anything ever happened, by currency.
     *
     * @param from first day, in the clinic's zone
     * @param to last day
     */
    @Transactional(readOnly = true)
    public List<Statement> of(UUID patientId, LocalDate from, LocalDate to) {
        var opening = new HashMap<String, Long>();
        papers.openings(patientId, from).forEach(row -> opening.put(row.currency(), row.minor()));
        var movements =
                papers.movements(patientId, from, to).stream().collect(Collectors.groupingBy(MovementRow::currency));
        var currencies = new TreeSet<>(opening.keySet());
        currencies.addAll(movements.keySet());
        return currencies.stream()
                .map(currency -> statement(
                        Currency.getInstance(currency),
                        from,
                        to,
                        opening.getOrDefault(currency, 0L),
                        movements.getOrDefault(currency, List.of())))
                .toList();
    }

    private static Statement statement(
            Currency currency, LocalDate from, LocalDate to, long opening, List<MovementRow> movements) {
        var lines = new ArrayList<Statement.Line>();
        var balance = opening;
        for (var movement : movements) {
            balance = Math.addExact(balance, movement.minor());
            lines.add(new Statement.Line(
                    movement.bookedOn(), movement.kind(), movement.document(), movement.minor(), balance));
        }
        return new Statement(currency, from, to, opening, List.copyOf(lines), balance);
    }
}
