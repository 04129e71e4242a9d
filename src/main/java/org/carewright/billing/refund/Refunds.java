package org.carewright.billing.refund;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.refund.RefundMapper.RefundRow;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Refunds of the clinic in scope (BIL-4): never more than was paid, also with two at once. */
@Service
public class Refunds {

    public static final String SET_ASIDE = "refund_due";
    public static final String REFUND = "refund";
    public static final String GIVEN_UP = "refund_failed";

    private static final String RESOURCE = "refund";

    private final RefundMapper refunds;
    private final RefundLedger ledger;
    private final Sealing sealing;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ClinicScope clinic;
    private final Clock clock;

    Refunds(
            RefundMapper refunds,
            RefundLedger ledger,
            Sealing sealing,
            AuditLog audit,
            ApplicationEventPublisher events,
            ClinicScope clinic,
            Clock clock) {
        this.refunds = refunds;
        this.ledger = ledger;
        this.sealing = sealing;
        this.audit = audit;
        this.events = events;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** @throws ProblemException 404 when the clinic has none with that id */
    @Transactional(readOnly = true)
    public Refund get(UUID id) {
        return found(refunds.byId(id)).toRefund();
    }

    /** The refund with that id; empty when the clinic has none. */
    @Transactional(readOnly = true)
    public Optional<Refund> find(UUID id) {
        return Optional.ofNullable(refunds.byId(id)).map(RefundRow::toRefund);
    }

    /** All of a payment, oldest first. */
    @Transactional(readOnly = true)
    public List<Refund> ofPayment(UUID paymentId) {
        return refunds.ofPayment(paymentId).stream().map(RefundRow::toRefund).toList();
    }

    /** All of an invoice's payments, oldest first. */
    @Transactional(readOnly = true)
    public List<Refund> ofInvoice(UUID invoiceId) {
        return refunds.ofInvoice(invoiceId).stream().map(RefundRow::toRefund).toList();
    }

    /**
     * The clinic's refunds, newest first.
     *
     * @param status null for all
     * @param after the last of the page before, null for the first page
     */
    @Transactional(readOnly = true)
    public List<Refund> page(RefundStatus status, Refund after, int limit) {
        Instant before = after == null ? null : after.createdAt();
        return refunds
                .page(status == null ? null : status.code(), before, after == null ? null : after.id(), limit)
                .stream()
                .map(RefundRow::toRefund)
                .toList();
    }

    /** What may still be asked back of a payment, minor units; 0 when it has not succeeded. */
    @Transactional(readOnly = true)
    public long refundable(UUID paymentId) {
        var paid = refunds.paid(paymentId);
        // A refund that was issued may be disputed as well: that counts twice.
        return paid == null ? 0 : Math.max(paid.amountMinor() - refunds.countedMinor(paymentId), 0);
    }

    /** Whether some of a payment went back, is asked back or is disputed. */
    @Transactional(readOnly = true)
    public boolean isAskedFor(UUID paymentId) {
        return refunds.countedMinor(paymentId) > 0;
    }

    /**
     * Asks for a refund.
     *
     * @param note what was typed about it, may be null; kept sealed
     * @return its id
     * @throws ProblemException 404 when there is no such payment that succeeded; {@code refund_above_payment} (409)
     */
    @Transactional
    public UUID request(UUID paymentId, long amountMinor, RefundReason reason, String note) {
        refunds.lockPayment(paymentId);
        var paid = refunds.paid(paymentId);
        if (paid == null) {
            throw ProblemException.notFound();
        }
        var left = paid.amountMinor() - refunds.countedMinor(paymentId);
        refuseUnless(amountMinor > 0 && amountMinor <= left, "refund_above_payment");
        var id = UUID.randomUUID();
        var by = audit.actor().orElse(null);
        refunds.insert(
                clinic.required(),
                id,
                paymentId,
                amountMinor,
                paid.currency(),
                reason.code(),
                seal(id, note),
                by,
                clock.instant());
        audit.record("refund.requested", RESOURCE, id, paid.patientId());
        return id;
    }

    private byte[] seal(UUID id, String note) {
        return note == null || note.isBlank()
                ? null
                : sealing.seal(
                        clinic.required(), "billing.refund:" + id, note.strip().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Approves or refuses what was asked for; a decision stays as it is.
     *
     * @param decidedBy account of who decides, null when a rule does
     * @throws ProblemException 404; {@code own_refund} (409) when somebody decides on what they asked for
     */
    @Transactional
    public void decide(UUID id, boolean approved, UUID decidedBy) {
        var row = found(refunds.lock(id));
        if (RefundStatus.of(row.status()) != RefundStatus.REQUESTED) {
            return;
        }
        refuseUnless(decidedBy == null || !decidedBy.equals(row.requestedBy()), "own_refund");
        var status = approved ? RefundStatus.APPROVED : RefundStatus.REFUSED;
        refunds.decide(id, status.code(), decidedBy, clock.instant());
        audit.record(approved ? "refund.approved" : "refund.refused", RESOURCE, id, patientOf(row));
        if (!approved) {
            events.publishEvent(new RefundEnded(id, row.paymentId(), status));
        }
    }

    /**
     * Sets the amount aside before the provider is asked: from the patient's credit, and what that doesn't hold by a
     * credit note for the invoice. Harmless when run again.
     *
     * @throws ProblemException 404; {@code refund_not_approved} (409); {@code credit_above_invoice} (409) when the
     *     patient's credit was used for something else meanwhile
     */
    @Transactional
    public void setAside(UUID id) {
        var row = found(refunds.lock(id));
        var status = RefundStatus.of(row.status());
        if (status == RefundStatus.ISSUING || status == RefundStatus.ISSUED) {
            return;
        }
        refuseUnless(status == RefundStatus.APPROVED, "refund_not_approved");
        refunds.lockPayment(row.paymentId());
        var paid = refunds.paid(row.paymentId());
        refunds.issuing(id, ledger.setAside(row, paid));
    }

    /** The money has gone back; told twice, it is booked once. @param providerRef null when staff paid it out */
    @Transactional
    public void issued(UUID id, String providerRef) {
        issued(id, providerRef, null);
    }

    /** {@link #issued(UUID, String)} by another way than the one it came. @param method null for the way it came */
    @Transactional
    public void issued(UUID id, String providerRef, PaymentMethod method) {
        var row = found(refunds.lock(id));
        if (RefundStatus.of(row.status()) == RefundStatus.ISSUED) {
            return;
        }
        refuseUnless(RefundStatus.of(row.status()) == RefundStatus.ISSUING, "refund_not_approved");
        var paid = refunds.paid(row.paymentId());
        ledger.paidOut(row, paid, method == null ? paid.method() : method.code());
        refunds.end(id, RefundStatus.ISSUED.code(), providerRef, null, clock.instant());
        audit.record("refund.issued", RESOURCE, id, paid.patientId());
        events.publishEvent(new RefundEnded(id, row.paymentId(), RefundStatus.ISSUED));
    }

    /** The provider will not do it: what was set aside is the patient's credit again. @param code the reason */
    @Transactional
    public void failed(UUID id, String code) {
        var row = found(refunds.lock(id));
        if (RefundStatus.of(row.status()) != RefundStatus.ISSUING) {
            return;
        }
        var paid = refunds.paid(row.paymentId());
        ledger.givenUp(row, paid);
        refunds.end(id, RefundStatus.FAILED.code(), null, code, null);
        audit.record("refund.failed", RESOURCE, id, paid.patientId(), AuditLog.FAILURE, code);
        events.publishEvent(new RefundEnded(id, row.paymentId(), RefundStatus.FAILED));
    }

    private UUID patientOf(RefundRow row) {
        return refunds.paid(row.paymentId()).patientId();
    }

    private static RefundRow found(RefundRow row) {
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
