package org.carewright.billing.invoice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.invoice.InvoiceMapper.CreditNoteRow;
import org.carewright.billing.invoice.InvoiceMapper.InvoiceRow;
import org.carewright.billing.invoice.NumberSeries.Series;
import org.carewright.billing.ledger.Entry;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.ledger.LedgerAccount;
import org.carewright.billing.ledger.Posting;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to an issued invoice in the ledger, and the state that follows from it (BIL-2, BIL-9): an invoice is paid
 * when, and only when, its entries leave nothing to pay.
 */
@Service
public class InvoiceLedger {

    public static final String INVOICE = "invoice";
    public static final String CREDIT_NOTE = "credit_note";
    public static final String WRITE_OFF = "write_off";

    private static final String RESOURCE = "invoice";

    private final InvoiceMapper invoices;
    private final CreditNoteEntries takenBack;
    private final InvoiceNote notes;
    private final NumberSeries numbers;
    private final Ledger ledger;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ClinicScope clinic;
    private final Clock clock;

    InvoiceLedger(
            InvoiceMapper invoices,
            CreditNoteEntries takenBack,
            InvoiceNote notes,
            NumberSeries numbers,
            Ledger ledger,
            AuditLog audit,
            ApplicationEventPublisher events,
            ClinicScope clinic,
            Clock clock) {
        this.invoices = invoices;
        this.takenBack = takenBack;
        this.notes = notes;
        this.numbers = numbers;
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
        this.clinic = clinic;
        this.clock = clock;
    }

    void issued(Invoice invoice) {
        var id = invoice.id();
        var entries = new ArrayList<Entry>();
        entries.add(Entry.debit(LedgerAccount.RECEIVABLE, invoice.totalMinor(), id, null));
        var earned = earnedBy(invoice.source().kind());
        invoice.lines()
                .forEach(line -> entries.add(new Entry(earned, -line.netMinor(), id, null, line.serviceId(), null)));
        entries.add(Entry.credit(LedgerAccount.TAX, invoice.taxMinor(), id, null));
        ledger.post(new Posting(INVOICE, id, invoice.currency(), entries));
    }

    /** What is paid ahead is owed until it is used. */
    private static LedgerAccount earnedBy(InvoiceSource.Kind kind) {
        return switch (kind) {
            case PACKAGE -> LedgerAccount.PACKAGE;
            case DEPOSIT -> LedgerAccount.DEPOSIT;
            default -> LedgerAccount.REVENUE;
        };
    }

    void cancelled(UUID id) {
        ledger.reverse(INVOICE, id);
    }

    /**
     * Takes a payment into account, as far as something is left to pay; the rest becomes the patient's credit. The
     * caller holds the payment's lock; this takes the invoice's.
     *
     * @param source where the amount comes from: a payment, a deposit, a package, a credit
     * @return what was more than needed, minor units
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long pay(
            UUID invoiceId, String kind, UUID documentId, long amountMinor, List<Entry> source, UUID paymentId) {
        var row = locked(invoiceId);
        var needed = InvoiceStatus.of(row.status()).isOpen() ? Math.min(amountMinor, row.outstandingMinor()) : 0;
        var entries = new ArrayList<>(source);
        entries.add(Entry.credit(LedgerAccount.RECEIVABLE, needed, invoiceId, paymentId));
        entries.add(Entry.credit(LedgerAccount.PATIENT_CREDIT, amountMinor - needed, invoiceId, paymentId));
        ledger.post(new Posting(kind, documentId, Currency.getInstance(row.currency()), entries));
        settle(invoiceId);
        return amountMinor - needed;
    }

    /**
     * Takes back what {@link #pay} did: what it had paid is to be paid again. The caller holds the payment's lock; this
     * takes the invoice's.
     *
     * @throws ProblemException 404; {@code payment_invoice_credited} (409) when a credit note came after, which may be
     *     about this payment; {@code payment_credit_used} (409) when what was more than needed has been used
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(UUID invoiceId, String kind, UUID documentId) {
        var row = locked(invoiceId);
        refuseUnless(row.creditedMinor() == 0, "payment_invoice_credited");
        var left = -ledger.balanceOfInvoice(invoiceId, LedgerAccount.PATIENT_CREDIT);
        var added = ledger.entriesOf(kind, documentId).stream()
                .filter(entry -> entry.account() == LedgerAccount.PATIENT_CREDIT)
                .mapToLong(entry -> -entry.amountMinor())
                .sum();
        refuseUnless(left >= added, "payment_credit_used");
        ledger.reverse(kind, documentId);
        settle(invoiceId);
    }

    /**
     * Takes back an invoice or a part of it: revenue and tax in proportion. What had been paid of it becomes the
     * patient's credit.
     *
     * @param amountMinor with tax, at most what isn't credited yet
     * @param reason may be null; kept sealed
     * @return the credit note's id
     * @throws ProblemException 404; {@code invoice_not_issued} (409); {@code credit_above_invoice} (409)
     */
    @Transactional
    public UUID credit(UUID invoiceId, long amountMinor, String reason) {
        var row = locked(invoiceId);
        return credit(row, amountMinor, Math.min(amountMinor, Math.max(row.outstandingMinor(), 0)), reason);
    }

    /** {@link #credit} of what was paid and goes back: what is still to be paid stays so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID creditPaid(UUID invoiceId, long amountMinor, String reason) {
        return credit(locked(invoiceId), amountMinor, 0, reason);
    }

    private UUID credit(InvoiceRow row, long amountMinor, long fromDebt, String reason) {
        var invoiceId = row.id();
        refuseUnless(
                row.number() != null && !row.status().equals(InvoiceStatus.CANCELLED.code()), "invoice_not_issued");
        refuseUnless(amountMinor > 0 && amountMinor <= row.totalMinor() - row.creditedMinor(), "credit_above_invoice");
        var id = UUID.randomUUID();
        var today = ledger.today();
        var tax = CreditNoteEntries.tax(row, amountMinor);
        var entries = takenBack.of(row, amountMinor, tax);
        entries.add(Entry.credit(LedgerAccount.RECEIVABLE, fromDebt, invoiceId, null));
        entries.add(Entry.credit(LedgerAccount.PATIENT_CREDIT, amountMinor - fromDebt, invoiceId, null));
        ledger.post(new Posting(CREDIT_NOTE, id, Currency.getInstance(row.currency()), entries));
        audit.record("invoice.credited", RESOURCE, invoiceId, row.patientId());
        invoices.insertCreditNote(
                clinic.required(),
                new CreditNoteRow(
                        id,
                        invoiceId,
                        numbers.next(Series.CREDIT_NOTE, today),
                        today,
                        amountMinor - tax,
                        tax,
                        amountMinor,
                        notes.seal(id, reason),
                        clock.instant()));
        settle(invoiceId);
        return id;
    }

    /** Keeps what the invoice's entries sum up to as it is until the transaction ends. @throws ProblemException 404 */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID invoiceId) {
        locked(invoiceId);
    }

    /** The patient's credit that came from this invoice and wasn't used; locks it. Minor units. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long creditOf(UUID invoiceId) {
        locked(invoiceId);
        return -ledger.balanceOfInvoice(invoiceId, LedgerAccount.PATIENT_CREDIT);
    }

    /** {@link #writeOff(UUID, String)} without a reason. */
    @Transactional
    public void writeOff(UUID invoiceId) {
        writeOff(invoiceId, null);
    }

    /**
     * Gives up what is left to pay.
     *
     * @param reason staff's words for the log, may be null
     * @throws ProblemException 404; {@code invoice_not_open} (409) when nothing is left
     */
    @Transactional
    public void writeOff(UUID invoiceId, String reason) {
        var row = locked(invoiceId);
        refuseUnless(InvoiceStatus.of(row.status()).isOpen() && row.outstandingMinor() > 0, "invoice_not_open");
        // It would count as paid. Whoever lets a patient off a deposit cancels its invoice.
        refuseUnless(!row.source().equals(InvoiceSource.Kind.DEPOSIT.code()), "deposit_not_written_off");
        ledger.post(new Posting(
                WRITE_OFF,
                UUID.randomUUID(),
                Currency.getInstance(row.currency()),
                List.of(
                        Entry.debit(LedgerAccount.WRITE_OFF, row.outstandingMinor(), invoiceId, null),
                        Entry.credit(LedgerAccount.RECEIVABLE, row.outstandingMinor(), invoiceId, null))));
        audit.record("invoice.written-off", RESOURCE, invoiceId, row.patientId(), AuditLog.SUCCESS, reason);
        settle(invoiceId);
    }

    /** Brings the state in line with the entries; whoever posts for an invoice calls it in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(UUID invoiceId) {
        var row = locked(invoiceId);
        var status = InvoiceStatus.of(row.status());
        if (status.isOpen() && row.outstandingMinor() == 0) {
            invoices.setStatus(invoiceId, InvoiceStatus.PAID.code(), ledger.today());
            events.publishEvent(new InvoiceSettled(invoiceId, row.patientId()));
        } else if (status == InvoiceStatus.PAID && row.outstandingMinor() > 0) {
            var overdue = row.dueOn().isBefore(ledger.today());
            invoices.setStatus(invoiceId, (overdue ? InvoiceStatus.OVERDUE : InvoiceStatus.SENT).code(), null);
            events.publishEvent(new InvoiceReopened(invoiceId, row.patientId()));
        }
    }

    private InvoiceRow locked(UUID id) {
        var row = invoices.lock(id);
        if (row == null) {
            throw ProblemException.notFound();
        }
        return row;
    }

    private static void refuseUnless(boolean allowed, String code) {
        if (!allowed) {
            throw new ProblemException(HttpStatus.CONFLICT, code);
        }
    }
}
