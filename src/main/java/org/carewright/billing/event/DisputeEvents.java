package org.carewright.billing.event;

import org.carewright.billing.dispute.DisputeWord;
import org.carewright.billing.dispute.Disputes;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.integrations.inbox.StoredProviderEvent;
import org.springframework.stereotype.Component;

/** What providers tell about disputes. */
@Component
class DisputeEvents {

    private final Disputes disputes;
    private final EventChecks checks;

    DisputeEvents(Disputes disputes, EventChecks checks) {
        this.disputes = disputes;
        this.checks = checks;
    }

    void opened(StoredProviderEvent event) {
        checks.paymentOf(event)
                .filter(payment -> fits(payment, event))
                .ifPresent(payment -> disputes.opened(payment, word(event)));
    }

    void closed(StoredProviderEvent event) {
        var outcome = event.kind().equals("dispute_won") ? Disputes.WON : Disputes.LOST;
        checks.paymentOf(event)
                .filter(payment -> fits(payment, event))
                .ifPresent(payment -> disputes.closed(payment, word(event), outcome));
    }

    private static DisputeWord word(StoredProviderEvent event) {
        return new DisputeWord(
                event.providerRef(),
                event.amount(),
                event.detail(),
                event.dueAt(),
                event.feeSoFar(),
                event.occurredAt());
    }

    /** Word of the payment itself may still be on its way: then this waits for it. */
    private boolean fits(Payment payment, StoredProviderEvent event) {
        if (payment.status() != PaymentStatus.SUCCEEDED) {
            throw new PaymentAwaitedException(payment.id());
        }
        var amount = event.amount();
        var fits = amount != null
                && amount.currency().equals(payment.amount().currency())
                && amount.minor() > 0
                && amount.minor() <= payment.amount().minor();
        if (!fits) {
            checks.report("amount", event, payment.id(), payment.amount());
        }
        return fits;
    }
}
