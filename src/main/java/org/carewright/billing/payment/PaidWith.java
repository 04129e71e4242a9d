package org.carewright.billing.payment;

/**
 * What the patient paid with, as the provider tells.
 *
 * @param cardBrand with {@code cardLast4}; null when it wasn't a card
 * @param reference what a statement names, or null
 */
public record PaidWith(PaymentMethod method, String cardBrand, String cardLast4, String reference) {

    /** Something without details. */
    public static PaidWith of(PaymentMethod method) {
        return new PaidWith(method, null, null, null);
    }
}
