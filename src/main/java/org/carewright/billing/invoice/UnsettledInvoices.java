package org.carewright.billing.invoice;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issued invoices of the clinic in scope of which something is left to pay, the longest due first. */
@Service
public class UnsettledInvoices {

    private final InvoiceMapper invoices;
    private final InvoiceRows rows;

    UnsettledInvoices(InvoiceMapper invoices, InvoiceRows rows) {
        this.invoices = invoices;
        this.rows = rows;
    }

    /** @param after the last of the page before, null for the first page */
    @Transactional(readOnly = true)
    public List<Invoice> page(Invoice after, int limit) {
        return rows.complete(
                invoices.unsettled(after == null ? null : after.dueOn(), after == null ? null : after.id(), limit));
    }
}
