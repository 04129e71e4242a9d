package org.carewright.billing.invoice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.BillingSettings;
import org.carewright.billing.invoice.InvoiceMapper.InvoiceRow;
import org.carewright.billing.invoice.NumberSeries.Series;
import org.carewright.billing.ledger.Ledger;
import org.carewright.shared.problem.ProblemException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invoices of the clinic in scope, from draft to number (BIL-2). What happens to one that is issued:
 * {@link InvoiceLedger}.
 */
@Service
public class Invoices {

    private static final String RESOURCE = "invoice";

    private final InvoiceMapper invoices;
    private final InvoiceRows rows;
    private final InvoiceCheck check;
    private final DraftRows drafts;
    private final InvoiceLedger posted;
    private final Coupons coupons;
    private final NumberSeries numbers;
    private final BillingSettings settings;
    private final Ledger ledger;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Invoices(
            InvoiceMapper invoices,
            InvoiceRows rows,
            InvoiceCheck check,
            DraftRows drafts,
            InvoiceLedger posted,
            Coupons coupons,
            NumberSeries numbers,
            BillingSettings settings,
            Ledger ledger,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.invoices = invoices;
        this.rows = rows;
        this.check = check;
        this.drafts = drafts;
        this.posted = posted;
        this.coupons = coupons;
        this.numbers = numbers;
        this.settings = settings;
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
    }

    /** @throws ProblemException 404 when the clinic has none with that id */
    @Transactional(readOnly = true)
    public Invoice get(UUID id) {
        return rows.complete(List.of(found(invoices.byId(id)))).get(0);
    }

    /** The invoice with that id; empty when the clinic has none. */
    @Transactional(readOnly = true)
    public Optional<Invoice> find(UUID id) {
        return Optional.ofNullable(invoices.byId(id))
                .map(row -> rows.complete(List.of(row)).get(0));
    }

    /** The invoice of what it is for that isn't cancelled. */
    @Transactional(readOnly = true)
    public Optional<UUID> of(InvoiceSource source) {
        return source.id() == null
                ? Optional.empty()
                : Optional.ofNullable(invoices.bySource(source.kind().code(), source.id()));
    }

    /**
     * A patient's invoices, newest first.
     *
     * @param after the last of the page before, null for the first page
     */
    @Transactional(readOnly = true)
    public List<Invoice> ofPatient(UUID patientId, Invoice after, int limit) {
        return rows.complete(invoices.ofPatient(
                patientId, after == null ? null : after.createdAt(), after == null ? null : after.id(), limit));
    }

    /**
     * The clinic's invoices, newest first.
     *
     * @param status null for all
     * @param after the last of the page before, null for the first page
     */
    @Transactional(readOnly = true)
    public List<Invoice> page(InvoiceStatus status, Invoice after, int limit) {
        return rows.complete(invoices.page(
                status == null ? null : status.code(),
                after == null ? null : after.createdAt(),
                after == null ? null : after.id(),
                limit));
    }

    /**
     * Keeps a draft. For a source that has an invoice already, that one is returned and nothing is changed, so that a
     * job that runs twice makes one.
     *
     * @throws org.carewright.shared.forms.InvalidFormException naming what is wrong, e.g. {@code lines[0].quantity}
     */
    @Transactional
    public UUID draft(InvoiceDraft draft) {
        var there = of(draft.source());
        if (there.isPresent()) {
            return there.get();
        }
        var checked = check.check(draft);
        var id = UUID.randomUUID();
        try {
            drafts.insert(id, draft, checked);
        } catch (DuplicateKeyException e) {
            throw new ProblemException(HttpStatus.CONFLICT, "invoiced_meanwhile");
        }
        audit.record("invoice.drafted", RESOURCE, id, draft.patientId());
        return id;
    }

    /**
     * Replaces what a draft says; patient, currency and source stay.
     *
     * @param version as read
     * @throws ProblemException 404, {@code invoice_issued} (409) when it is no draft any more, {@code changed_meanwhile}
     *     (409) when somebody else changed it
     */
    @Transactional
    public void change(UUID id, int version, InvoiceDraft draft) {
        var row = found(invoices.lock(id));
        refuseUnless(InvoiceStatus.of(row.status()) == InvoiceStatus.DRAFT, "invoice_issued");
        var checked = check.check(draft);
        refuseUnless(drafts.replace(row, version, draft, checked), "changed_meanwhile");
        audit.record("invoice.changed", RESOURCE, id, row.patientId());
    }

    /**
     * Issues a draft: in the ledger, owed, with the next number. An issued one stays as it is. What costs nothing is
     * settled at once.
     *
     * @throws ProblemException 404; {@code invoice_cancelled} (409); {@code coupon_used_up} (409)
     */
    @Transactional
    public void issue(UUID id) {
        var row = found(invoices.lock(id));
        var status = InvoiceStatus.of(row.status());
        refuseUnless(status != InvoiceStatus.CANCELLED, "invoice_cancelled");
        if (status != InvoiceStatus.DRAFT) {
            return;
        }
        var invoice = rows.complete(List.of(row)).get(0);
        useCoupon(row);
        var today = ledger.today();
        var due = today.plusDays(settings.current().paymentDays());
        posted.issued(invoice);
        audit.record("invoice.issued", RESOURCE, id, row.patientId());
        events.publishEvent(new InvoiceIssued(id, row.patientId(), due));
        invoices.issue(id, numbers.next(Series.INVOICE, today), today, due);
        posted.settle(id);
    }

    private void useCoupon(InvoiceRow row) {
        if (row.coupon() != null) {
            var used = coupons.useOf(row.id());
            refuseUnless(used, "coupon_used_up");
        }
    }

    /** {@link #cancel(UUID, String)} without a reason, as processes do. */
    @Transactional
    public void cancel(UUID id) {
        cancel(id, null);
    }

    /**
     * Gives up a draft, or takes back an issued invoice of which nothing was paid or credited.
     *
     * @param reason staff's words for the log, may be null
     * @throws ProblemException 404; {@code invoice_paid} (409) when something was paid: credit and refund it
     */
    @Transactional
    public void cancel(UUID id, String reason) {
        var row = found(invoices.lock(id));
        var status = InvoiceStatus.of(row.status());
        if (status == InvoiceStatus.CANCELLED) {
            return;
        }
        if (status != InvoiceStatus.DRAFT) {
            refuseUnless(status.isOpen() && row.outstandingMinor() == row.totalMinor(), "invoice_paid");
            posted.cancelled(id);
        }
        invoices.setStatus(id, InvoiceStatus.CANCELLED.code(), null);
        audit.record("invoice.cancelled", RESOURCE, id, row.patientId(), AuditLog.SUCCESS, reason);
        events.publishEvent(new InvoiceSettled(id, row.patientId()));
    }

    /** Marks an open invoice whose due day is over; others stay as they are. @return whether it is overdue now */
    @Transactional
    public boolean markOverdue(UUID id) {
        var row = found(invoices.lock(id));
        if (!InvoiceStatus.of(row.status()).isOpen() || !row.dueOn().isBefore(ledger.today())) {
            return false;
        }
        invoices.setStatus(id, InvoiceStatus.OVERDUE.code(), null);
        return true;
    }

    private static InvoiceRow found(InvoiceRow row) {
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
