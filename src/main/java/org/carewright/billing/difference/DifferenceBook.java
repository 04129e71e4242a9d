package org.carewright.billing.difference;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.difference.DifferenceBookMapper.CaseRow;
import org.carewright.billing.difference.DifferenceBookMapper.LedgerRow;
import org.carewright.integrations.inbox.Inbox;
import org.carewright.integrations.inbox.InboxEntry;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.Processes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What doesn't agree, as people read and resolve it at the desk, with the evidence of all three sides (BIL-9). */
@Service
public class DifferenceBook {

    private static final String RESOLVE_TASK = "Task_ResolveDifference";

    private final DifferenceBookMapper book;
    private final Inbox inbox;
    private final Processes processes;

    DifferenceBook(DifferenceBookMapper book, Inbox inbox, Processes processes) {
        this.book = book;
        this.inbox = inbox;
        this.processes = processes;
    }

    /**
     * A difference.
     *
     * @param documentId our payment, refund or dispute; null when there is none
     * @param expected null for nothing
     * @param told null for nothing
     * @param outcome {@code put_right}, {@code provider_error}, {@code not_ours} or {@code gone}; null while it is open
     */
    public record Case(
            UUID id,
            String kind,
            String gateway,
            String providerRef,
            UUID documentId,
            Money expected,
            Money told,
            Instant movedAt,
            Instant foundAt,
            String outcome,
            Instant closedAt) {}

    /** One line of the ledger about it. @param kind of the posting */
    public record LedgerLine(Instant postedAt, String kind, String account, Money amount) {}

    /** What we hold: the payment that the document is or belongs to. @param status the payment's */
    public record Held(UUID paymentId, UUID invoiceId, String invoiceNumber, String status, Money amount) {}

    /**
     * All sides of one.
     *
     * @param inbox what the provider told, oldest first
     * @param held null when nothing of ours is about it
     */
    public record Evidence(List<InboxEntry> inbox, Held held, List<LedgerLine> ledger) {}

    /**
     * Open ones the oldest first, closed ones the latest first; one statement.
     *
     * @param after the last of the page before, null for the first page
     */
    @Transactional(readOnly = true)
    public List<Case> page(boolean open, Case after, int limit) {
        var at = after == null ? null : open ? after.foundAt() : after.closedAt();
        var id = after == null ? null : after.id();
        var rows = open ? book.open(at, id, limit) : book.closed(at, id, limit);
        return rows.stream().map(CaseRow::toCase).toList();
    }

    /** @throws ProblemException 404 */
    @Transactional(readOnly = true)
    public Case get(UUID id) {
        var row = book.byId(id);
        if (row == null) {
            throw ProblemException.notFound();
        }
        return row.toCase();
    }

    /** What provider, inbox and ledger say; three statements. */
    @Transactional(readOnly = true)
    public Evidence evidence(Case difference) {
        var held = difference.documentId() == null ? null : book.held(difference.documentId());
        var told = inbox.about(difference.gateway(), difference.providerRef(), held == null ? null : held.paymentId());
        return new Evidence(
                told,
                held == null ? null : held.toHeld(),
                held == null
                        ? List.of()
                        : book.ledgerOf(held.paymentId()).stream()
                                .map(LedgerRow::toLine)
                                .toList());
    }

    /**
     * Keeps what came of it: the task of the process is done.
     *
     * @param outcome {@code put_right}, {@code provider_error} or {@code not_ours}
     * @param reason what was found; kept sealed
     * @throws org.carewright.shared.forms.InvalidFormException naming {@code differenceOutcome} or {@code differenceNote}
     * @throws ProblemException 404; {@code difference_closed} (409) when it was resolved or went meanwhile
     */
    @Transactional
    public void resolve(UUID id, String outcome, String reason) {
        get(id);
        var task = processes
                .openTask(book.instanceOf(id), RESOLVE_TASK)
                .orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "difference_closed"));
        processes.complete(
                task,
                Map.of(DifferenceVariables.OUTCOME.name(), outcome, DifferenceVariables.NOTE.name(), reason.strip()));
    }
}
