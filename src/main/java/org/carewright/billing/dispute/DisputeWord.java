package org.carewright.billing.dispute;

import java.time.Instant;
import org.carewright.shared.money.Money;

/**
 * What a provider tells of a dispute.
 *
 * @param ref the provider's id of it
 * @param reason the provider's code, or null
 * @param dueAt until when it takes evidence, null when it doesn't tell
 * @param feeSoFar what it has charged for the dispute in all, 0 when it gave that back; null when it doesn't tell
 */
public record DisputeWord(String ref, Money amount, String reason, Instant dueAt, Money feeSoFar, Instant at) {

    /** Word without a due time and a fee. */
    public static DisputeWord of(String ref, Money amount, String reason, Instant at) {
        return new DisputeWord(ref, amount, reason, null, null, at);
    }
}
