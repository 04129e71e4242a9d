package org.carewright.billing.card;

/** What became of charging a saved card. */
public sealed interface ChargeResult {

    /** The money is booked. */
    record Charged() implements ChargeResult {}

    /** The provider works on it; its event tells the end. */
    record Waiting() implements ChargeResult {}

    /** @param code the reason, e.g. {@code expired_card} */
    record Declined(String code) implements ChargeResult {}

    /** There is no card, or nothing is left to pay: nothing was tried. */
    record NothingToDo() implements ChargeResult {}
}
