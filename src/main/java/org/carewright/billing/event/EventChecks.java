package org.carewright.billing.event;

import java.util.Optional;
import java.util.UUID;
import org.carewright.billing.difference.Difference;
import org.carewright.billing.difference.Differences;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.Payments;
import org.carewright.integrations.inbox.StoredProviderEvent;
import org.carewright.shared.money.Money;
import org.springframework.stereotype.Component;

/** Compares what a provider tells with what was asked of it. */
@Component
class EventChecks {

    private final Payments payments;
    private final Differences differences;

    EventChecks(Payments payments, Differences differences) {
        this.payments = payments;
        this.differences = differences;
    }

    /** The payment the event is about, if clinic, provider and mode are those it was asked with; else a difference. */
    Optional<Payment> paymentOf(StoredProviderEvent event) {
        var payment = Optional.ofNullable(event.objectId()).flatMap(payments::find);
        if (payment.isEmpty()) {
            report("unknown_payment", event, null, null);
        } else if (!payment.get().gateway().equals(event.provider())) {
            report("other_account", event, payment.get().id(), payment.get().amount());
        } else if (event.live() != null && event.live() != payment.get().live()) {
            report("other_mode", event, payment.get().id(), payment.get().amount());
        } else {
            return payment;
        }
        return Optional.empty();
    }

    void report(String kind, StoredProviderEvent event, UUID documentId, Money expected) {
        var ref = event.providerRef() == null ? event.eventId() : event.providerRef();
        differences.report(
                Difference.told(kind, event.provider(), ref, documentId, expected, event.amount(), event.occurredAt()));
    }
}
