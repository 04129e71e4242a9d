package org.carewright.integrations.inbox;

import java.time.Instant;
import org.carewright.shared.money.Money;

/**
 * What a provider told and what became of it, for people to look at.
 *
 * @param amountMinor with {@code currency}; null when it told none
 * @param handledAt when it was applied or refused, null while it waits
 * @param refused why it was never applied, null when it was or waits
 */
public record InboxEntry(
        String eventId,
        String kind,
        Instant occurredAt,
        Instant receivedAt,
        Instant handledAt,
        String refused,
        Long amountMinor,
        String currency) {

    /** How much it is about, null when it told nothing. */
    public Money amount() {
        return amountMinor == null ? null : Money.of(amountMinor, currency);
    }
}
