package org.carewright.billing.process;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceIssued;
import org.carewright.billing.invoice.InvoiceReopened;
import org.carewright.billing.invoice.InvoiceSettled;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.payment.PaymentSucceeded;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts {@code InvoiceProcess} and tells it what happened to its invoice, in the transaction in which it happens. An
 * invoice has one running instance at most; what happens to one whose instance has ended (paid twice, opened again by a
 * lost dispute) starts another.
 */
@Service
public class InvoiceRuns {

    private static final String DRAFT = "draft";
    private static final String ISSUED = "issued";
    private static final String REOPENED = "invoice_reopened";
    private static final String OPEN = "open";
    private static final String SETTLED = "settled";

    private final Invoices invoices;
    private final InvoiceRunMapper runs;
    private final Dunning dunning;
    private final WriteOffs writeOffs;
    private final InvoiceWords words;
    private final Processes processes;
    private final ClinicScope clinic;

    InvoiceRuns(
            Invoices invoices,
            InvoiceRunMapper runs,
            Dunning dunning,
            WriteOffs writeOffs,
            InvoiceWords words,
            Processes processes,
            ClinicScope clinic) {
        this.invoices = invoices;
        this.runs = runs;
        this.dunning = dunning;
        this.writeOffs = writeOffs;
        this.words = words;
        this.processes = processes;
        this.clinic = clinic;
    }

    /**
     * Has a draft reviewed where the rules ask for it, issued, sent and collected; of one that is issued already, sent
     * and collected. Asked for twice, it is done once.
     *
     * @throws ProblemException 404; {@code invoice_cancelled}, {@code invoice_paid} (409)
     */
    @Transactional
    public void begin(UUID invoiceId) {
        var invoice = invoices.get(invoiceId);
        refuseIf(invoice.status() == InvoiceStatus.CANCELLED, "invoice_cancelled");
        refuseIf(invoice.status() == InvoiceStatus.PAID, "invoice_paid");
        runs.lock(invoiceId);
        if (!running(invoiceId)) {
            start(invoice, invoice.status() == InvoiceStatus.DRAFT ? DRAFT : ISSUED);
        }
    }

    /**
     * Issues a draft now, as somebody who may wants it, without asking the review rules; sends and collects it.
     *
     * @throws ProblemException 404; {@code invoice_cancelled}, {@code coupon_used_up} (409)
     */
    @Transactional
    public void issue(UUID invoiceId) {
        runs.lock(invoiceId);
        invoices.issue(invoiceId);
        var invoice = invoices.get(invoiceId);
        if (invoice.status().isOpen() && !running(invoiceId)) {
            start(invoice, ISSUED);
        }
    }

    /**
     * Asks a manager to write off what is left to pay; collection rests until the decision.
     *
     * @param reason staff's words for the log, may be null
     * @throws ProblemException 404; {@code invoice_not_open} (409) when nothing is left or it is asked for already;
     *     {@code deposit_not_written_off} (409)
     */
    @Transactional
    public void askWriteOff(UUID invoiceId, String reason) {
        var invoice = invoices.get(invoiceId);
        refuseIf(!invoice.status().isOpen(), "invoice_not_open");
        refuseIf(invoice.source().kind() == InvoiceSource.Kind.DEPOSIT, "deposit_not_written_off");
        runs.lock(invoiceId);
        if (!running(invoiceId)) {
            start(invoice, OPEN);
        }
        writeOffs.because(invoiceId, reason);
        refuseIf(!tell(invoiceId, InvoiceVariables.WRITE_OFF_REQUESTED), "invoice_not_open");
    }

    /** The process instance that works on the invoice, null when none does. */
    @Transactional(readOnly = true)
    public String instanceOf(UUID invoiceId) {
        return running(invoiceId) ? runs.instanceOf(invoiceId) : null;
    }

    /** A dispute about one of its payments was decided: collection goes on. */
    @Transactional
    public void disputeClosed(UUID invoiceId) {
        dunning.hold(invoiceId);
        tell(invoiceId, InvoiceVariables.DISPUTE_CLOSED);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void issued(InvoiceIssued issued) {
        dunning.plan(issued.invoiceId(), issued.dueOn());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void settled(InvoiceSettled settled) {
        dunning.stop(settled.invoiceId());
        tell(settled.invoiceId(), InvoiceVariables.SETTLED);
    }

    /** What still runs for an invoice that was settled would send receipts only, of money that isn't there any more. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void reopened(InvoiceReopened reopened) {
        var instance = runs.instanceOf(reopened.invoiceId());
        if (instance != null && processes.isActing(instance)) {
            return;
        }
        if (instance != null) {
            processes.end(instance, REOPENED);
        }
        dunning.resume(reopened.invoiceId());
        start(invoices.get(reopened.invoiceId()), OPEN);
    }

    /** A part is receipted while collection goes on, the last payment at the end, one for a settled invoice by itself. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void received(PaymentSucceeded payment) {
        var invoiceId = payment.invoiceId();
        if (invoiceId == null || tell(invoiceId, InvoiceVariables.PAYMENT_RECEIVED) || running(invoiceId)) {
            return;
        }
        var invoice = invoices.get(invoiceId);
        start(invoice, invoice.status().isOpen() ? OPEN : SETTLED);
        tell(invoiceId, InvoiceVariables.PAYMENT_RECEIVED);
    }

    private void start(Invoice invoice, String stage) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(InvoiceVariables.INVOICE_ID.name(), invoice.id().toString());
        variables.put(InvoiceVariables.STAGE.name(), stage);
        words.put(variables, invoice);
        if (!stage.equals(DRAFT)) {
            dunning.putDates(variables, invoice.id());
        }
        var instance = processes.start(InvoiceVariables.PROCESS_ID, invoice.id(), variables);
        runs.save(clinic.required(), invoice.id(), instance);
    }

    /** @return false when no instance waits for it, also when it is the instance itself that did it and goes on anyway */
    private boolean tell(UUID invoiceId, String message) {
        var instance = runs.instanceOf(invoiceId);
        return instance != null && !processes.isActing(instance) && processes.correlate(message, instance, Map.of());
    }

    private boolean running(UUID invoiceId) {
        var instance = runs.instanceOf(invoiceId);
        return instance != null && (processes.isActing(instance) || processes.isRunning(instance));
    }

    private static void refuseIf(boolean refused, String code) {
        if (refused) {
            throw new ProblemException(HttpStatus.CONFLICT, code);
        }
    }
}
