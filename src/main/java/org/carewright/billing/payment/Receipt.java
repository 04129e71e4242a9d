package org.carewright.billing.payment;

import org.carewright.shared.money.Money;

/** What became of word that a payment arrived. */
public sealed interface Receipt {

    /** @param creditMinor what was more than needed and is the patient's now */
    record Booked(long creditMinor) implements Receipt {}

    /** It had been booked before; nothing was changed. */
    record BookedBefore() implements Receipt {}

    /** It isn't what was asked for; nothing was booked and somebody has to look at it. */
    record Mismatch(Money expected, Money told) implements Receipt {}
}
