package org.carewright.billing.invoice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened to an invoice of the clinic in scope: its credit notes, and what the ledger says of it. */
@Service
public class InvoiceHistory {

    private final InvoiceMapper invoices;
    private final InvoiceNote notes;

    InvoiceHistory(InvoiceMapper invoices, InvoiceNote notes) {
        this.invoices = invoices;
        this.notes = notes;
    }

    /**
     * A posting that changed what is owed or held for the invoice.
     *
     * @param kind of the posting, e.g. {@code payment}
     * @param by account of who did it, null for a process
     * @param owedMinor by how much the debt grew (above zero) or shrank
     * @param leftMinor what was left to pay afterwards
     */
    public record Happening(String kind, Instant at, UUID by, long owedMinor, long leftMinor) {}

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Happening> of(UUID invoiceId) {
        return invoices.happenings(invoiceId);
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<CreditNote> creditNotes(UUID invoiceId) {
        return invoices.creditNotesOf(invoiceId).stream()
                .map(row -> new CreditNote(
                        row.id(),
                        row.invoiceId(),
                        row.number(),
                        row.issuedOn(),
                        row.netMinor(),
                        row.taxMinor(),
                        row.totalMinor(),
                        notes.open(row.id(), row.reasonSealed())))
                .toList();
    }
}
