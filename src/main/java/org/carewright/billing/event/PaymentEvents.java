package org.carewright.billing.event;

import java.util.Map;
import org.carewright.billing.card.SavedCards;
import org.carewright.billing.payment.PaidWith;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.payment.Receipt;
import org.carewright.integrations.inbox.StoredProviderEvent;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentGateways;
import org.carewright.integrations.payment.PaymentResult;
import org.springframework.stereotype.Component;

/** What providers tell about payments. */
@Component
class PaymentEvents {

    private static final Map<String, PaymentMethod> METHODS = Map.of(
            "card", PaymentMethod.CARD,
            "upi", PaymentMethod.UPI,
            "netbanking", PaymentMethod.NET_BANKING,
            "wallet", PaymentMethod.WALLET);

    private final Payments payments;
    private final SavedCards cards;
    private final PaymentGateways gateways;
    private final EventChecks checks;

    PaymentEvents(Payments payments, SavedCards cards, PaymentGateways gateways, EventChecks checks) {
        this.payments = payments;
        this.cards = cards;
        this.gateways = gateways;
        this.checks = checks;
    }

    void succeeded(StoredProviderEvent event) {
        checks.paymentOf(event).ifPresent(payment -> {
            if (event.amount() == null) {
                throw new IllegalStateException("A payment's event tells no amount: " + event.id());
            }
            var known = payment.status() == PaymentStatus.SUCCEEDED
                    || !payment.amount().equals(event.amount());
            var paid = known ? null : look(payment, event);
            var receipt = payments.received(
                    payment.id(),
                    event.amount(),
                    paid == null ? event.objectRef() : paid.providerRef(),
                    with(payment, paid == null ? null : paid.with()),
                    event.occurredAt());
            if (receipt instanceof Receipt.Mismatch mismatch) {
                checks.report("amount", event, payment.id(), mismatch.expected());
            } else if (receipt instanceof Receipt.Booked && paid != null) {
                cards.paid(payment.id(), Gateway.ofCode(payment.gateway()).orElseThrow(), paid.with());
            }
        });
    }

    /** The payment with what it was paid with; null when the provider doesn't tell. An answer that is lost makes the job try again. */
    private PaymentResult.Succeeded look(Payment payment, StoredProviderEvent event) {
        var gateway = Gateway.ofCode(payment.gateway()).filter(gateways::has);
        return gateway.isPresent()
                        && event.objectRef() != null
                        && gateways.of(gateway.get()).look(event.objectRef())
                                instanceof PaymentResult.Succeeded succeeded
                ? succeeded
                : null;
    }

    private static PaidWith with(Payment payment, org.carewright.integrations.payment.PaidWith paid) {
        return paid == null
                ? PaidWith.of(payment.method())
                : new PaidWith(
                        METHODS.getOrDefault(paid.kind(), payment.method()),
                        paid.last4() == null ? null : paid.brand(),
                        paid.last4(),
                        null);
    }

    void failed(StoredProviderEvent event) {
        checks.paymentOf(event)
                .ifPresent(payment -> payments.failed(payment.id(), event.detail() == null ? "other" : event.detail()));
    }

    void processing(StoredProviderEvent event) {
        checks.paymentOf(event).ifPresent(payment -> payments.processing(payment.id()));
    }
}
