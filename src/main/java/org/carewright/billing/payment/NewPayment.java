package org.carewright.billing.payment;

import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * A payment to be begun.
 *
 * @param id made by who asks, so that asking twice makes one payment
 * @param patientId who pays, or for whom
 * @param invoiceId what for; null for a payment on account
 * @param gateway the provider's code
 * @param live whether real money moves
 */
public record NewPayment(
        UUID id, UUID patientId, UUID invoiceId, String gateway, PaymentMethod method, Money amount, boolean live) {

    /** The gateway of what staff take themselves. */
    public static final String MANUAL = "manual";
}
