package org.carewright.billing.web;

import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.audit.access.RecordAccess;
import org.carewright.audit.access.RecordDecision;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.Invoices;
import org.carewright.identity.StaffPrincipal;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Who may open an invoice: whoever may open its patient's record (HIP-5). An unknown or foreign id is told before
 * anything about access is.
 */
@Component
public class InvoiceGate {

    private final Invoices invoices;
    private final RecordAccess access;

    InvoiceGate(Invoices invoices, RecordAccess access) {
        this.invoices = invoices;
        this.access = access;
    }

    /** The invoice, for a deed. @throws ProblemException 404; {@code record_closed} (403) */
    public Invoice require(StaffPrincipal person, UUID invoiceId) {
        var invoice = invoices.get(invoiceId);
        require(person, invoice);
        return invoice;
    }

    private void require(StaffPrincipal person, Invoice invoice) {
        requirePatient(person, invoice.patientId());
    }

    /** @throws ProblemException {@code record_closed} (403) */
    public void requirePatient(StaffPrincipal person, UUID patientId) {
        if (isClosed(person, patientId)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "record_closed");
        }
    }

    /** Whether the record is closed to the person. */
    public boolean isClosed(StaffPrincipal person, UUID patientId) {
        return access.decide(person, patientId) instanceof RecordDecision.Closed;
    }

    /** Reads what the page shows; recorded as a read of the patient's record. */
    public <T> T read(StaffPrincipal person, UUID patientId, Supplier<T> part) {
        return access.read(person, patientId, "billing", part);
    }
}
