package org.carewright.billing.invoice;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds invoices of the clinic in scope by whose they are and how they stand. */
@Service
public class InvoiceSearch {

    private final InvoiceMapper invoices;
    private final InvoiceRows rows;

    InvoiceSearch(InvoiceMapper invoices, InvoiceRows rows) {
        this.invoices = invoices;
        this.rows = rows;
    }

    /**
     * What is asked for.
     *
     * @param patientIds null for all patients; with none of them nothing is found
     * @param status null for all
     * @param issuedOnly whether drafts, and those that were given up as such, are left out
     */
    public record Filter(Collection<UUID> patientIds, InvoiceStatus status, boolean issuedOnly) {}

    /**
     * Newest first; four statements however many there are.
     *
     * @param after id of the last one of the page before; null, or of nothing, for the first page
     */
    @Transactional(readOnly = true)
    public List<Invoice> page(Filter filter, UUID after, int limit) {
        if (filter.patientIds() != null && filter.patientIds().isEmpty()) {
            return List.of();
        }
        var last = after == null ? null : invoices.byId(after);
        return rows.complete(invoices.matching(
                filter.patientIds(),
                filter.status() == null ? null : filter.status().code(),
                filter.issuedOnly(),
                last == null ? null : last.createdAt(),
                last == null ? null : last.id(),
                limit));
    }
}
