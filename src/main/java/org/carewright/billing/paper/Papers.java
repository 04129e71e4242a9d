package org.carewright.billing.paper;

import java.time.LocalDate;
import java.util.UUID;
import org.carewright.billing.BillingSettings;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.problem.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Papers about money as PDF with the clinic's branding, in the patient's language and by the ledger as it is now (BIL-2).
 * All of the clinic in scope; who may have them, and that they were read, is their caller's matter.
 */
@Service
public class Papers {

    /** Longest period of a statement. */
    public static final int MOST_YEARS = 5;

    /** Of what calendars and the database agree on. */
    private static final int LAST_YEAR = 9999;

    private final Invoices invoices;
    private final Payments payments;
    private final Statements statements;
    private final PaperMapper papers;
    private final PatientRecords patients;
    private final ClinicService clinics;
    private final BillingSettings settings;
    private final Ledger ledger;
    private final MessageSource messages;
    private final InvoicePaper invoicePaper;
    private final ReceiptPaper receiptPaper;
    private final CreditNotePaper creditNotePaper;
    private final StatementPaper statementPaper;

    Papers(
            Invoices invoices,
            Payments payments,
            Statements statements,
            PaperMapper papers,
            PatientRecords patients,
            ClinicService clinics,
            BillingSettings settings,
            Ledger ledger,
            MessageSource messages,
            InvoicePaper invoicePaper,
            ReceiptPaper receiptPaper,
            CreditNotePaper creditNotePaper,
            StatementPaper statementPaper) {
        this.invoices = invoices;
        this.payments = payments;
        this.statements = statements;
        this.papers = papers;
        this.patients = patients;
        this.clinics = clinics;
        this.settings = settings;
        this.ledger = ledger;
        this.messages = messages;
        this.invoicePaper = invoicePaper;
        this.receiptPaper = receiptPaper;
        this.creditNotePaper = creditNotePaper;
        this.statementPaper = statementPaper;
    }

    /** An invoice; a draft or a cancelled one says so. @throws ProblemException 404 */
    @Transactional(readOnly = true)
    public byte[] invoice(UUID id) {
        var invoice = invoices.get(id);
        return invoicePaper.write(invoice, context(invoice.patientId()));
    }

    /** The receipt of a payment. @throws ProblemException 404, also when no money has come yet */
    @Transactional(readOnly = true)
    public byte[] receipt(UUID paymentId) {
        var payment = payments.get(paymentId);
        if (payment.status() != PaymentStatus.SUCCEEDED) {
            throw ProblemException.notFound();
        }
        var invoice = payment.invoiceId() == null
                ? null
                : invoices.get(payment.invoiceId()).number();
        return receiptPaper.write(payment, invoice, context(payment.patientId()));
    }

    /** A credit note. @throws ProblemException 404 */
    @Transactional(readOnly = true)
    public byte[] creditNote(UUID id) {
        var note = found(id);
        var invoice = invoices.get(note.invoiceId());
        return creditNotePaper.write(note, invoice, context(invoice.patientId()));
    }

    /** Whose credit note it is. @throws ProblemException 404 */
    @Transactional(readOnly = true)
    public UUID patientOfCreditNote(UUID id) {
        return invoices.get(found(id).invoiceId()).patientId();
    }

    private PaperMapper.CreditNoteRow found(UUID id) {
        var note = papers.creditNote(id);
        if (note == null) {
            throw ProblemException.notFound();
        }
        return note;
    }

    /**
     * A statement of account.
     *
     * @param from first day, in the clinic's zone
     * @param to last day, at most {@link #MOST_YEARS} years later
     * @throws ProblemException 404; {@code invalid_parameter} (422) for a period that ends before it begins or is too long
     */
    @Transactional(readOnly = true)
    public byte[] statement(UUID patientId, LocalDate from, LocalDate to) {
        refuseBadPeriod(from, to);
        var context = context(patientId);
        return statementPaper.write(statements.of(patientId, from, to), from, to, ledger.today(), context);
    }

    /** @throws ProblemException {@code invalid_parameter} (422) */
    public static void refuseBadPeriod(LocalDate from, LocalDate to) {
        var years = Math.abs(from.getYear()) > LAST_YEAR || Math.abs(to.getYear()) > LAST_YEAR;
        if (years || to.isBefore(from) || to.isAfter(from.plusYears(MOST_YEARS))) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid_parameter");
        }
    }

    private PaperContext context(UUID patientId) {
        var clinic = clinics.current();
        var patient = patients.get(patientId);
        var words = new PaperWords(messages, clinic, patient.content().language());
        return new PaperContext(clinic, settings.current().taxNumber(), patient, words);
    }
}
