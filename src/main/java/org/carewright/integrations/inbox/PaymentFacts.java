package org.carewright.integrations.inbox;

import java.time.Instant;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * What an event about money says; compared with our own rows before anything is marked paid.
 *
 * @param objectId our payment, refund or set-up, of a dispute the payment; it is the clinic's and of this account
 * @param objectRef the provider's id by which {@code PaymentGateway} looks at that object
 * @param amount null when the event tells none
 * @param accountId the clinic's own account whose secret signed the event; null for the platform's or the sandbox's
 * @param live whether the money is real; it agrees with the account
 * @param dueAt until when something is expected of the clinic, e.g. evidence; null for nothing
 * @param feeSoFar what the provider keeps for it in all up to now, 0 when it gave that back; null when it doesn't tell
 */
public record PaymentFacts(
        UUID objectId, String objectRef, Money amount, UUID accountId, Boolean live, Instant dueAt, Money feeSoFar) {

    /** Of events that aren't about money. */
    static final PaymentFacts NONE = new PaymentFacts(null, null, null, null, null);

    /** Facts without a due time and a fee. */
    public PaymentFacts(UUID objectId, String objectRef, Money amount, UUID accountId, Boolean live) {
        this(objectId, objectRef, amount, accountId, live, null, null);
    }
}
