package org.carewright.billing.bank;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.carewright.audit.AuditLog;
import org.carewright.billing.payment.UpiPayments;
import org.carewright.integrations.bank.BankCredit;
import org.carewright.integrations.bank.BankLines;
import org.carewright.integrations.bank.BankStatementImported;
import org.carewright.integrations.bank.StatementPreview;
import org.carewright.shared.money.Money;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Matches what a statement brought to the payments that waited for it ({@link MatchRule}); the rest is left to people. In
 * the importing transaction: a file is booked with all it settles, or not at all.
 */
@Service
public class BankMatching {

    /** Who pays a link that is older is looked at by a person. */
    private static final Duration REMEMBERED = Duration.ofDays(180);

    private static final int PIECE = 500;

    private final ExpectedMapper expected;
    private final BankLines lines;
    private final UpiPayments upi;
    private final AuditLog audit;
    private final Clock clock;

    BankMatching(ExpectedMapper expected, BankLines lines, UpiPayments upi, AuditLog audit, Clock clock) {
        this.expected = expected;
        this.lines = lines;
        this.upi = upi;
        this.audit = audit;
        this.clock = clock;
    }

    /** What booking the lines would match now, by the lines' rows; nothing is kept. */
    @Transactional(readOnly = true)
    public Map<Integer, Expected> foresee(List<StatementPreview.Line> preview) {
        var credits =
                preview.stream().filter(StatementPreview.Line::isNewCredit).toList();
        var rule = new MatchRule(
                expected(credits.stream().map(StatementPreview.Line::amount).toList()));
        var matches = new HashMap<Integer, Expected>();
        credits.forEach(line -> rule.take(line.amount(), line.reference(), line.description())
                .ifPresent(found -> matches.put(line.row(), found)));
        return matches;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void imported(BankStatementImported statement) {
        var credits = lines.unmatchedOf(statement.importId());
        var rule =
                new MatchRule(expected(credits.stream().map(BankCredit::amount).toList()));
        for (var credit : credits) {
            rule.take(credit.amount(), credit.reference(), credit.description())
                    .ifPresent(found -> match(credit, found));
        }
    }

    /** A credit that somebody else has decided meanwhile stays theirs. */
    private void match(BankCredit credit, Expected found) {
        if (!lines.match(credit.id(), found.paymentId(), null)) {
            return;
        }
        if (!found.booked()) {
            upi.arrived(found.paymentId(), credit.reference());
        }
        audit.record("bank.matched", "bank_line", credit.id(), null, AuditLog.SUCCESS, "rule");
    }

    /** Payments that a line of one of these amounts may be about and that no line pays yet, oldest first. */
    private List<Expected> expected(Collection<Money> amounts) {
        var found = new ArrayList<Expected>();
        var since = clock.instant().minus(REMEMBERED);
        var byCurrency = new HashMap<String, TreeSet<Long>>();
        amounts.forEach(amount -> byCurrency
                .computeIfAbsent(amount.currency().getCurrencyCode(), code -> new TreeSet<>())
                .add(amount.minor()));
        byCurrency.forEach((currency, all) -> {
            var distinct = List.copyOf(all);
            for (var from = 0; from < distinct.size(); from += PIECE) {
                var piece = distinct.subList(from, Math.min(distinct.size(), from + PIECE));
                expected.expected(currency, piece, since).forEach(row -> found.add(row.toExpected()));
            }
        });
        var paid = lines.paidAmong(found.stream().map(Expected::paymentId).toList());
        return found.stream().filter(each -> !paid.contains(each.paymentId())).toList();
    }

    /** Those that wait for exactly that amount, whatever the bank's text says, newest first: for people to choose from. */
    @Transactional(readOnly = true)
    public List<Expected> waitingFor(Money amount) {
        var found = new ArrayList<>(expected(List.of(amount)));
        Collections.reverse(found);
        return found;
    }
}
