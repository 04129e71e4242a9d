package org.carewright.billing.event;

import java.util.Set;
import org.carewright.billing.card.SavedCards;
import org.carewright.integrations.inbox.ProviderEventHandler;
import org.carewright.integrations.inbox.StoredProviderEvent;
import org.springframework.stereotype.Component;

/**
 * Applies what providers tell about money; in any order, any number of times. What doesn't fit what was asked for is
 * never booked but becomes a task.
 */
@Component
class MoneyEvents implements ProviderEventHandler {

    private static final Set<String> KINDS = Set.of(
            "payment_succeeded",
            "payment_failed",
            "payment_processing",
            "refund_succeeded",
            "refund_failed",
            "dispute_opened",
            "dispute_won",
            "dispute_lost",
            "method_saved");

    private final PaymentEvents payments;
    private final RefundEvents refunds;
    private final DisputeEvents disputes;
    private final SavedCards cards;

    MoneyEvents(PaymentEvents payments, RefundEvents refunds, DisputeEvents disputes, SavedCards cards) {
        this.payments = payments;
        this.refunds = refunds;
        this.disputes = disputes;
        this.cards = cards;
    }

    @Override
    public boolean handles(String provider, String kind) {
        return KINDS.contains(kind);
    }

    @Override
    public void handle(StoredProviderEvent event) {
        switch (event.kind()) {
            case "payment_succeeded" -> payments.succeeded(event);
            case "payment_failed" -> payments.failed(event);
            case "payment_processing" -> payments.processing(event);
            case "refund_succeeded" -> refunds.succeeded(event);
            case "refund_failed" -> refunds.failed(event);
            case "dispute_opened" -> disputes.opened(event);
            case "dispute_won", "dispute_lost" -> disputes.closed(event);
            case "method_saved" -> cards.setUpEnded(event.objectId(), event.objectRef());
            default -> throw new IllegalArgumentException("No event of money: " + event.kind());
        }
    }
}
