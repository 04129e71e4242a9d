package org.carewright.billing.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceSearch;
import org.carewright.billing.invoice.InvoiceSearch.Filter;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.paper.Papers;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.identity.InClinic;
import org.carewright.identity.PortalPrincipal;
import org.carewright.patients.PatientService;
import org.carewright.shared.problem.ProblemException;
import org.springframework.stereotype.Service;

/**
 * Reads invoices and their papers for staff's apps, the clinic's software and the portal's tokens; every read is
 * recorded. A patient or family member sees what was issued to them and nothing else.
 */
@Service
public class BillingForApps {

    private static final String INVOICE = "invoice";

    private final Invoices invoices;
    private final InvoiceSearch search;
    private final Payments payments;
    private final Papers papers;
    private final PatientService patients;
    private final Ledger ledger;
    private final MoneyAccess access;

    BillingForApps(
            Invoices invoices,
            InvoiceSearch search,
            Payments payments,
            Papers papers,
            PatientService patients,
            Ledger ledger,
            MoneyAccess access) {
        this.invoices = invoices;
        this.search = search;
        this.payments = payments;
        this.papers = papers;
        this.patients = patients;
        this.ledger = ledger;
        this.access = access;
    }

    /** An invoice with what was begun to pay it. */
    public record Told(Invoice invoice, List<Payment> payments) {}

    /** One invoice. @throws ProblemException 404, 403 {@code record_closed} */
    public Told read(InClinic reader, UUID id) {
        var invoice = visible(reader, id);
        return access.read(reader, invoice.patientId(), INVOICE, () -> new Told(invoice, payments.ofInvoice(id)));
    }

    /**
     * Invoices, newest first.
     *
     * @param patientId null for all that the reader may see
     * @param status null for all
     * @param after id of the last one of the page before, null for the first page
     * @throws ProblemException 403 {@code record_closed}; 404 for who has no access to the patient at the portal
     */
    public List<Invoice> list(InClinic reader, UUID patientId, InvoiceStatus status, UUID after, int limit) {
        var issuedOnly = MoneyAccess.isPortal(reader);
        if (patientId != null) {
            var filter = new Filter(Set.of(patientId), status, issuedOnly);
            return access.read(reader, patientId, "invoices", () -> search.page(filter, after, limit));
        }
        var patients = reader instanceof PortalPrincipal person ? access.patientsOf(person) : null;
        return access.list(
                "invoices.listed", INVOICE, () -> search.page(new Filter(patients, status, issuedOnly), after, limit));
    }

    /** An invoice as PDF. @throws ProblemException 404, 403 {@code record_closed} */
    public byte[] invoicePaper(InClinic reader, UUID id) {
        var invoice = visible(reader, id);
        return access.read(reader, invoice.patientId(), INVOICE, () -> papers.invoice(id));
    }

    /** A receipt as PDF. @throws ProblemException 404, 403 {@code record_closed} */
    public byte[] receiptPaper(InClinic reader, UUID paymentId) {
        var payment = payments.get(paymentId);
        if (payment.status() != PaymentStatus.SUCCEEDED) {
            throw ProblemException.notFound();
        }
        return access.read(reader, payment.patientId(), "receipt", () -> papers.receipt(paymentId));
    }

    /** A credit note as PDF. @throws ProblemException 404, 403 {@code record_closed} */
    public byte[] creditNotePaper(InClinic reader, UUID id) {
        return access.read(reader, papers.patientOfCreditNote(id), "credit-note", () -> papers.creditNote(id));
    }

    /**
     * A statement of account as PDF.
     *
     * @param from first day, null for a year before {@code to}
     * @param to last day, null for today
     * @throws ProblemException 404; 403 {@code record_closed}; 422 {@code invalid_parameter}
     */
    public byte[] statementPaper(InClinic reader, UUID patientId, LocalDate from, LocalDate to) {
        if (patients.find(patientId).isEmpty()) {
            throw ProblemException.notFound();
        }
        var last = to == null ? ledger.today() : to;
        var first = from == null ? last.minusYears(1) : from;
        Papers.refuseBadPeriod(first, last);
        return access.read(reader, patientId, "statement", () -> papers.statement(patientId, first, last));
    }

    private Invoice visible(InClinic reader, UUID id) {
        var invoice = invoices.get(id);
        if (MoneyAccess.isPortal(reader) && invoice.number() == null) {
            throw ProblemException.notFound();
        }
        return invoice;
    }
}
