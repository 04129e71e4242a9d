package org.carewright.billing.app;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceDraft;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.mail.InvoiceMails;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.process.InvoiceRuns;
import org.carewright.billing.refund.Refund;
import org.carewright.billing.refund.RefundReason;
import org.carewright.billing.refund.RefundRuns;
import org.carewright.billing.refund.Refunds;
import org.carewright.identity.InClinic;
import org.carewright.integrations.effect.EffectNotTakenException;
import org.carewright.integrations.effect.EffectUnsettledException;
import org.carewright.messaging.MessageStatus;
import org.carewright.patients.PatientService;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** What staff's apps and the clinic's software ask to be done about money; each request does it once. */
@Service
public class BillingOrders {

    private static final String INVOICE = "invoice";
    private static final String PAYMENT = "payment";

    private final Invoices invoices;
    private final InvoiceRuns runs;
    private final InvoiceMails mails;
    private final Payments payments;
    private final Refunds refunds;
    private final RefundRuns refundRuns;
    private final PatientService patients;
    private final CatalogueService catalogue;
    private final ApiRequests requests;
    private final MoneyAccess access;
    private final Ledger ledger;

    BillingOrders(
            Invoices invoices,
            InvoiceRuns runs,
            InvoiceMails mails,
            Payments payments,
            Refunds refunds,
            RefundRuns refundRuns,
            PatientService patients,
            CatalogueService catalogue,
            ApiRequests requests,
            MoneyAccess access,
            Ledger ledger) {
        this.invoices = invoices;
        this.runs = runs;
        this.mails = mails;
        this.payments = payments;
        this.refunds = refunds;
        this.refundRuns = refundRuns;
        this.patients = patients;
        this.catalogue = catalogue;
        this.requests = requests;
        this.access = access;
        this.ledger = ledger;
    }

    /**
     * Keeps a draft.
     *
     * @param key the request's own
     * @throws ProblemException 404 for a patient or service that isn't there; 403 {@code record_closed}; 422
     *     {@code idempotency_key_reused}
     * @throws org.carewright.shared.forms.InvalidFormException naming what is wrong
     */
    public Invoice draft(InClinic asking, String key, InvoiceDraft draft) {
        patients.find(draft.patientId()).orElseThrow(ProblemException::notFound);
        refuseUnknownServices(draft);
        recordRead(asking, draft.patientId(), INVOICE);
        return invoices.get(requests.once(MoneyAccess.idOf(asking), INVOICE, key, draft, () -> invoices.draft(draft)));
    }

    private void refuseUnknownServices(InvoiceDraft draft) {
        var asked = draft.lines().stream()
                .map(InvoiceDraft.Line::serviceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return;
        }
        asked.removeAll(catalogue.names().keySet());
        if (!asked.isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    /**
     * Sends an invoice. A draft is handed to its process, which has it reviewed where the rules ask for that, issues and
     * sends it; one that was sent goes out again, at most once a day.
     *
     * @return where the mail stands; empty when the process will send it
     * @throws ProblemException 404; 403 {@code record_closed}; {@code invoice_cancelled} (409)
     */
    public Optional<MessageStatus> send(InClinic asking, UUID id) {
        var invoice = invoices.get(id);
        recordRead(asking, invoice.patientId(), INVOICE);
        if (invoice.status() == InvoiceStatus.DRAFT) {
            runs.begin(id);
            return Optional.empty();
        }
        return Optional.of(mail(id, "again-" + ledger.today()));
    }

    private MessageStatus mail(UUID id, String occasion) {
        try {
            return mails.send(id, occasion);
        } catch (EffectNotTakenException | EffectUnsettledException e) {
            // The same request a little later goes on where this one ended.
            throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "mail_not_sent");
        }
    }

    /** What is asked for may only be asked for by who may see it; a transaction of its own, so that a refusal is kept. */
    private void recordRead(InClinic asking, UUID patientId, String what) {
        access.read(asking, patientId, what, () -> patientId);
    }

    /**
     * Asks for a refund; who decides is the process's matter.
     *
     * @param key the request's own
     * @throws ProblemException 404; 403 {@code record_closed}; {@code refund_above_payment} (409); 422
     *     {@code idempotency_key_reused}
     */
    public Refund refund(InClinic asking, String key, RefundOrder order) {
        var payment = payments.get(order.paymentId());
        recordRead(asking, payment.patientId(), PAYMENT);
        return refunds.get(requests.once(
                MoneyAccess.idOf(asking),
                "refund",
                key,
                order,
                () -> refundRuns.request(order.paymentId(), order.amountMinor(), order.reason(), order.note())));
    }

    /**
     * A refund that is asked for.
     *
     * @param note staff's words, may be null
     */
    public record RefundOrder(UUID paymentId, long amountMinor, RefundReason reason, String note) {}

    /** A refund as it is now. @throws ProblemException 404; 403 {@code record_closed} */
    public Refund readRefund(InClinic reader, UUID id) {
        var refund = refunds.get(id);
        var payment = payments.get(refund.paymentId());
        return access.read(reader, payment.patientId(), PAYMENT, () -> refund);
    }
}
