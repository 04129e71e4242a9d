package org.carewright.billing.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carewright.billing.invoice.InvoiceSettled;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.shared.money.Money;
import org.carewright.shared.process.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The providers' pages on which patients could still pay. One that is no longer needed is closed, so that nobody pays
 * twice: when the invoice was paid otherwise, before a card is charged, and when nobody paid for a day.
 */
@Service
public class PaymentPages {

    private final PaymentMapper rows;
    private final Payments payments;
    private final ProviderAnswers answers;
    private final PaymentGateways gateways;
    private final Processes processes;
    private final UpiWatch upi;
    private final TransactionTemplate transaction;

    PaymentPages(
            PaymentMapper rows,
            Payments payments,
            ProviderAnswers answers,
            PaymentGateways gateways,
            Processes processes,
            UpiWatch upi,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.payments = payments;
        this.answers = answers;
        this.gateways = gateways;
        this.processes = processes;
        this.upi = upi;
        this.transaction = transaction;
    }

    /** A payment of that amount that the patient has begun and not ended. */
    Optional<Payment> openFor(UUID invoiceId, String gateway, Money amount) {
        return open(invoiceId).stream()
                .filter(payment -> payment.gateway().equals(gateway))
                .filter(payment -> payment.amount().equals(amount))
                .findFirst();
    }

    private List<Payment> open(UUID invoiceId) {
        return payments.ofInvoice(invoiceId).stream()
                .filter(payment -> payment.status() == PaymentStatus.PENDING)
                .filter(payment -> !payment.gateway().equals(NewPayment.MANUAL))
                .toList();
    }

    /** Has the page watched over by a process, once. */
    @Transactional(propagation = Propagation.MANDATORY)
    void watch(UUID paymentId) {
        rows.lockRow(paymentId);
        if (rows.pageInstance(paymentId) == null) {
            rows.savePageInstance(paymentId, startWatch(payments.get(paymentId)));
        }
    }

    /** A UPI link can't be closed, and its money shows only at the bank: another process waits for it. */
    private String startWatch(Payment payment) {
        if (UpiPayments.isByUpi(payment)) {
            return upi.start(payment);
        }
        var variables = Map.<String, Object>of(
                PaymentPageVariables.PAYMENT_ID.name(), payment.id().toString());
        return processes.start(PaymentPageVariables.PROCESS_ID, payment.id(), variables);
    }

    /** Closes all pages of an invoice but one, null for all. Not in a transaction, as it takes time. */
    public void closeOthers(UUID invoiceId, UUID but) {
        open(invoiceId).stream().map(Payment::id).filter(id -> !id.equals(but)).forEach(this::close);
    }

    /**
     * Closes the page of a payment; money that came before is booked. Not in a transaction, as it takes time; harmless
     * when run again.
     */
    public void close(UUID paymentId) {
        var payment = payments.get(paymentId);
        if (payment.status() != PaymentStatus.PENDING) {
            return;
        }
        if (payment.objectRef() == null) {
            payments.giveUp(paymentId);
            return;
        }
        var gateway = Gateway.ofCode(payment.gateway()).orElseThrow();
        var result = gateways.of(gateway).close(payment.objectRef());
        transaction.executeWithoutResult(status -> answers.keep(paymentId, result));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void succeeded(PaymentSucceeded payment) {
        tell(payment.paymentId(), PaymentPageVariables.ENDED);
        if (payment.invoiceId() != null) {
            notNeeded(payment.invoiceId());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void failed(PaymentFailed payment) {
        tell(payment.paymentId(), PaymentPageVariables.ENDED);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void settled(InvoiceSettled invoice) {
        notNeeded(invoice.invoiceId());
    }

    private void notNeeded(UUID invoiceId) {
        open(invoiceId).forEach(payment -> tell(payment.id(), PaymentPageVariables.NOT_NEEDED));
    }

    /** Tells the process that watches the page, if one waits for it. */
    void tell(UUID paymentId, String message) {
        var instance = rows.pageInstance(paymentId);
        // A step that books the payment itself goes on with what it did.
        if (instance != null && !processes.isActing(instance)) {
            processes.correlate(message, instance, Map.of());
        }
    }
}
