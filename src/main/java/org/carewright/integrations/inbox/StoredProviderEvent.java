package org.carewright.integrations.inbox;

import java.time.Instant;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * A {@link ProviderEvent} as kept: the address is gone, its blind index token ({@code subject}) remains. What is from
 * {@link PaymentFacts} is null for events that aren't about money.
 */
public record StoredProviderEvent(
        UUID id,
        String provider,
        String eventId,
        String kind,
        UUID effectId,
        String providerRef,
        String detail,
        String subject,
        Instant occurredAt,
        UUID objectId,
        String objectRef,
        Long amountMinor,
        String currency,
        UUID accountId,
        Boolean live,
        Instant dueAt,
        Long feeMinor,
        String feeCurrency) {

    /** What the provider keeps for it in all up to now; null when it doesn't tell. */
    public Money feeSoFar() {
        return feeMinor == null ? null : Money.of(feeMinor, feeCurrency);
    }

    /** How much the event is about, null when it tells nothing. */
    public Money amount() {
        return amountMinor == null ? null : Money.of(amountMinor, currency);
    }
}
