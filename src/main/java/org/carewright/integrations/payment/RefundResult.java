package org.carewright.integrations.payment;

import org.carewright.shared.money.Money;

/** How a refund stands. */
public sealed interface RefundResult {

    record Succeeded(String providerRef, Money amount) implements RefundResult {}

    /** Taken by the provider and on its way. */
    record Waiting(String providerRef) implements RefundResult {}

    /** Refused for good, e.g. {@code charge_already_refunded}. @param providerRef null when it never came to be */
    record Refused(String providerRef, String code) implements RefundResult {}

    /** Certainly nothing happened; the same call can be repeated. */
    record NotTaken(String code) implements RefundResult {}
}
