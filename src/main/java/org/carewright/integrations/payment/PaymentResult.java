package org.carewright.integrations.payment;

import java.net.URI;
import org.carewright.shared.money.Money;

/** How a payment stands. */
public sealed interface PaymentResult {

    /**
     * The money is the clinic's.
     *
     * @param providerRef the provider's id of the payment, as {@code look} and {@code refund} take it
     * @param with null when the provider tells nothing about it
     */
    record Succeeded(String providerRef, Money amount, PaidWith with) implements PaymentResult {}

    /** Not decided yet. @param page where the patient goes on; null when only time helps */
    record Waiting(String providerRef, URI page) implements PaymentResult {}

    /** Refused for good: nothing was taken, and another try needs a new payment. */
    record Declined(String providerRef, DeclineCode code) implements PaymentResult {}

    /** Certainly nothing happened (provider down, busy, no account): the same call can be repeated. */
    record NotTaken(String code) implements PaymentResult {}
}
