package org.carewright.integrations.payment;

import java.time.Instant;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * One movement on the provider's account.
 *
 * @param providerRef the provider's id of the payment, refund or dispute, as events name it; of a fee what it was kept
 *     for
 * @param amount always positive; {@code kind} tells the direction
 * @param ourReference our payment's or refund's id as the provider keeps it, of a dispute or fee the payment's; null for
 *     what isn't ours
 */
public record ProviderMovement(String providerRef, Kind kind, Money amount, Instant at, UUID ourReference) {

    /** What moved: only a payment brings money in. */
    public enum Kind {
        PAYMENT,
        REFUND,
        /** A refund that the bank sent back. */
        REFUND_REVERSAL,
        DISPUTE,
        /** A dispute that was won: the money is back. */
        DISPUTE_REVERSAL,
        /** What the provider keeps for a payment. */
        FEE,
        /** What the provider keeps for a dispute. */
        DISPUTE_FEE,
        /** That came back, as the dispute was won. */
        DISPUTE_FEE_REVERSAL
    }
}
