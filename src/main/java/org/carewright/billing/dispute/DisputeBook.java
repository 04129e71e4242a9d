package org.carewright.billing.dispute;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.Processes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Disputes as people read and answer them at the desk (BIL-9). */
@Service
public class DisputeBook {

    private static final String ANSWER_TASK = "Task_AnswerDispute";

    private final DisputeBookMapper book;
    private final Processes processes;

    DisputeBook(DisputeBookMapper book, Processes processes) {
        this.book = book;
        this.processes = processes;
    }

    /**
     * A dispute with what it is about.
     *
     * @param status {@code open}, {@code won} or {@code lost}
     * @param reason the provider's code, or null
     * @param answer {@code contested} or {@code accepted}, null until staff have answered
     * @param fee what the provider keeps for it, null for nothing
     */
    public record Case(
            UUID id,
            UUID paymentId,
            UUID patientId,
            UUID invoiceId,
            String invoiceNumber,
            String gateway,
            String providerRef,
            String status,
            Money amount,
            Money paid,
            Money fee,
            String reason,
            Instant evidenceDueAt,
            String answer,
            Instant openedAt,
            Instant closedAt) {

        public boolean isOpen() {
            return "open".equals(status);
        }
    }

    /**
     * Those in a state, open ones the most urgent first, decided ones the latest first; one statement.
     *
     * @param after the last of the page before, null for the first page
     */
    @Transactional(readOnly = true)
    public List<Case> page(boolean open, Case after, int limit) {
        var at = after == null ? null : open ? after.evidenceDueAt() : after.closedAt();
        var rows = open
                ? book.open(at, after == null ? null : after.id(), limit)
                : book.closed(at, after == null ? null : after.id(), limit);
        return rows.stream().map(DisputeBookMapper.CaseRow::toCase).toList();
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

    /**
     * Keeps what staff did: the task of the process is done.
     *
     * @param answer {@code contested} or {@code accepted}
     * @throws org.carewright.shared.forms.InvalidFormException when it is neither
     * @throws ProblemException 404; {@code dispute_answered} (409) when it was answered or decided meanwhile
     */
    @Transactional
    public void answer(UUID id, String answer) {
        get(id);
        var task = processes
                .openTask(book.instanceOf(id), ANSWER_TASK)
                .orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "dispute_answered"));
        processes.complete(task, Map.of(DisputeVariables.ANSWER.name(), answer == null ? "" : answer));
    }
}
