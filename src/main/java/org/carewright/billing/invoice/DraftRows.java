package org.carewright.billing.invoice;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.carewright.billing.invoice.InvoiceMapper.InvoiceRow;
import org.carewright.billing.invoice.InvoiceMapper.NewRow;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/** How a draft is kept. */
@Component
class DraftRows {

    private final InvoiceMapper invoices;
    private final InvoiceNote notes;
    private final ClinicScope clinic;
    private final Clock clock;

    DraftRows(InvoiceMapper invoices, InvoiceNote notes, ClinicScope clinic, Clock clock) {
        this.invoices = invoices;
        this.notes = notes;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when what it is for was invoiced meanwhile */
    void insert(UUID id, InvoiceDraft draft, InvoiceCheck.Checked checked) {
        invoices.insert(clinic.required(), row(id, draft, checked, clock.instant()));
        insertLines(id, checked.sums());
    }

    /** @return false when it was changed since that version, and nothing was done */
    boolean replace(InvoiceRow before, int version, InvoiceDraft draft, InvoiceCheck.Checked checked) {
        var id = before.id();
        if (invoices.updateDraft(row(id, draft, checked, before.createdAt()), version) == 0) {
            return false;
        }
        invoices.deleteLines(id);
        invoices.deleteTaxes(id);
        insertLines(id, checked.sums());
        return true;
    }

    private NewRow row(UUID id, InvoiceDraft draft, InvoiceCheck.Checked checked, Instant createdAt) {
        var sums = checked.sums();
        return new NewRow(
                id,
                draft.patientId(),
                draft.currency().getCurrencyCode(),
                draft.source().kind().code(),
                draft.source().id(),
                draft.periodStart(),
                draft.periodEnd(),
                checked.couponId(),
                sums.subtotalMinor(),
                sums.discountMinor(),
                sums.taxMinor(),
                sums.totalMinor(),
                notes.seal(id, draft.note()),
                createdAt);
    }

    private void insertLines(UUID id, InvoiceSums sums) {
        invoices.insertLines(clinic.required(), id, sums.lines());
        if (!sums.taxes().isEmpty()) {
            invoices.insertTaxes(clinic.required(), id, sums.taxes());
        }
    }
}
