package org.carewright.integrations.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * What a provider tells, reduced to codes and ids.
 *
 * @param kind of messages one of {@code delivered}, {@code bounced}, {@code dropped}, {@code deferred}, {@code failed},
 *     {@code sent}, {@code opt_out}, {@code opt_in}, {@code complaint}, {@code opened}, {@code clicked},
 *     {@code processed}; of money one of {@code payment_succeeded}, {@code payment_failed}, {@code payment_processing},
 *     {@code refund_succeeded}, {@code refund_failed}, {@code dispute_opened}, {@code dispute_won}, {@code dispute_lost},
 *     {@code method_saved}
 * @param effectId the effect the event is about, null for what isn't about one (e.g. STOP)
 * @param providerRef the provider's id of what the event is about (a message, a payment, a refund, a dispute)
 * @param detail a code, e.g. why a payment was declined
 * @param subjectAddress the address the event is about, only while it is being received; stored as a blind index token
 * @param payment null for events that aren't about money
 */
public record ProviderEvent(
        UUID clinicId,
        String provider,
        String eventId,
        String kind,
        UUID effectId,
        String providerRef,
        String detail,
        String subjectAddress,
        Instant occurredAt,
        PaymentFacts payment) {

    /** An event that isn't about money. */
    public ProviderEvent(
            UUID clinicId,
            String provider,
            String eventId,
            String kind,
            UUID effectId,
            String providerRef,
            String detail,
            String subjectAddress,
            Instant occurredAt) {
        this(
                clinicId,
                provider,
                eventId,
                kind,
                effectId,
                providerRef,
                detail,
                subjectAddress,
                occurredAt,
                PaymentFacts.NONE);
    }
}
