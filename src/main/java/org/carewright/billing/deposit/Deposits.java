package org.carewright.billing.deposit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carewright.billing.deposit.Deposit.Status;
import org.carewright.billing.deposit.DepositMapper.DepositRow;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.InvoiceSource.Kind;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.invoice.PaidAhead;
import org.carewright.billing.payment.PayNow;
import org.carewright.scheduling.AppointmentService;
import org.carewright.shared.process.EvaluatedDecision;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deposits of the clinic in scope (BIL-7): an invoice of its own whose money is owed to the patient until the visit's
 * invoice, or the fee for not coming, uses it. Whoever changes one locks its invoice first, as a payment does.
 */
@Service
public class Deposits {

    private static final String PAID = "paid";
    private static final String EXPIRED = "expired";

    private final DepositMapper deposits;
    private final DepositReturns returns;
    private final DepositTexts texts;
    private final AppointmentService appointments;
    private final Invoices invoices;
    private final InvoiceLedger ledger;
    private final PaidAhead ahead;
    private final PayNow payNow;
    private final ClinicScope clinic;
    private final Clock clock;

    Deposits(
            DepositMapper deposits,
            DepositReturns returns,
            DepositTexts texts,
            AppointmentService appointments,
            Invoices invoices,
            InvoiceLedger ledger,
            PaidAhead ahead,
            PayNow payNow,
            ClinicScope clinic,
            Clock clock) {
        this.deposits = deposits;
        this.returns = returns;
        this.texts = texts;
        this.appointments = appointments;
        this.invoices = invoices;
        this.ledger = ledger;
        this.ahead = ahead;
        this.payNow = payNow;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Until when a deposit may be paid. @param remindAt null for no reminder */
    public record Deadline(Instant dueAt, Instant remindAt) {}

    /** The deposit of a visit; empty when none was asked for. */
    @Transactional(readOnly = true)
    public Optional<Deposit> of(UUID appointmentId) {
        return Optional.ofNullable(deposits.byId(appointmentId)).map(DepositRow::toDeposit);
    }

    /**
     * Issues the invoice of what the booking promised to pay ahead, without tax: nothing has been supplied yet. Harmless
     * when run again.
     *
     * @return whether the patient could pay it over the internet now, and the clinic would know at once
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean invoice(UUID appointmentId) {
        var visit = appointments.find(appointmentId).orElseThrow();
        if (deposits.byId(appointmentId) == null) {
            var line = InvoiceDraft.Line.one(
                    null, texts.line(visit), visit.deposit().minor());
            var source = new InvoiceSource(Kind.DEPOSIT, appointmentId);
            var invoice = invoices.draft(
                    InvoiceDraft.of(visit.patientId(), source, visit.deposit().currency(), List.of(line)));
            deposits.insert(clinic.required(), appointmentId, invoice, clock.instant());
            invoices.issue(invoice);
        }
        return payNow.confirmed(visit.deposit().currency().getCurrencyCode()).isPresent();
    }

    /**
     * Sets until when it may be paid: as the terms say, never past the visit's start, and never later than was said
     * before, so that moving the visit doesn't prolong it.
     *
     * @param terms with the outputs {@code payWithinMinutes} and {@code remindMinutesBefore}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Deadline plan(UUID appointmentId, EvaluatedDecision terms, String processInstanceId) {
        var now = clock.instant();
        var row = deposits.lock(appointmentId);
        var due = earlier(
                now.plus(minutes(terms, "payWithinMinutes")),
                appointments.find(appointmentId).orElseThrow().start());
        due = row.dueAt() == null ? due : earlier(due, row.dueAt());
        var remind = due.minus(minutes(terms, "remindMinutesBefore"));
        deposits.plan(appointmentId, due, processInstanceId);
        appointments.awaitDeposit(appointmentId, due);
        return new Deadline(due, remind.isBefore(due) && remind.isAfter(now) ? remind : null);
    }

    private static Duration minutes(EvaluatedDecision terms, String output) {
        var values = terms.outputs().isEmpty()
                ? Map.<String, Object>of()
                : terms.outputs().get(0);
        if (values.get(output) instanceof Number minutes && minutes.longValue() >= 0) {
            return Duration.ofMinutes(minutes.longValue());
        }
        throw new IllegalStateException("Decision " + terms.decisionId() + " gives no " + output);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * Nobody paid in time. Of a deposit that was settled at the last moment nothing changes.
     *
     * @return {@code expired}, {@code paid} or {@code waived}: how it ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String giveUp(UUID appointmentId) {
        var row = locked(appointmentId);
        if (row.is(Status.DUE)) {
            release(row);
            return EXPIRED;
        }
        return row.is(Status.WAIVED) ? Status.WAIVED.code() : PAID;
    }

    /**
     * The visit will not take place, or costs nothing: what was paid goes back, what wasn't isn't asked for any more.
     * Nothing happens without a deposit, or when it has ended.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(UUID appointmentId) {
        if (deposits.byId(appointmentId) == null) {
            return;
        }
        var row = locked(appointmentId);
        if (row.is(Status.DUE)) {
            release(row);
        } else if (row.is(Status.HELD)) {
            returnAll(row);
        }
    }

    /** As {@link #giveBack}, but what was paid is kept: a fee may still be taken from it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void askNoMore(UUID appointmentId) {
        if (deposits.byId(appointmentId) == null) {
            return;
        }
        var row = locked(appointmentId);
        if (row.is(Status.DUE)) {
            release(row);
        }
    }

    /** An invoice of the visit, or of its fee, is issued: it uses the deposit, and what is left goes back. */
    void use(DepositRow found, UUID invoiceId) {
        var row = locked(found.id());
        if (row.is(Status.HELD)) {
            ahead.use(row.invoiceId(), invoiceId);
            deposits.setStatus(row.id(), Status.USED.code(), clock.instant());
            returns.give(row.invoiceId(), ahead.held(row.invoiceId()));
        }
    }

    private void returnAll(DepositRow row) {
        deposits.setStatus(row.id(), Status.RETURNED.code(), clock.instant());
        returns.give(row.invoiceId(), ahead.held(row.invoiceId()));
    }

    private void release(DepositRow row) {
        deposits.setStatus(row.id(), Status.RELEASED.code(), clock.instant());
        var invoice = invoices.get(row.invoiceId());
        if (invoice.outstandingMinor() == invoice.totalMinor()) {
            invoices.cancel(invoice.id());
        } else {
            // A part was paid, e.g. in cash.
            var part = invoice.totalMinor() - invoice.creditedMinor() - invoice.outstandingMinor();
            ledger.credit(invoice.id(), invoice.totalMinor() - invoice.creditedMinor(), null);
            returns.give(invoice.id(), part);
        }
    }

    /** The invoice first, as a payment does: whoever comes second waits there. */
    private DepositRow locked(UUID appointmentId) {
        ledger.hold(deposits.byId(appointmentId).invoiceId());
        return deposits.lock(appointmentId);
    }
}
