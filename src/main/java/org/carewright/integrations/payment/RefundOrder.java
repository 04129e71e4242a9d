package org.carewright.integrations.payment;

import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * Money to give back.
 *
 * @param refundId ours; makes the idempotency key and comes back with the events
 * @param paymentRef the provider's id of the payment, from {@link PaymentResult.Succeeded}
 * @param reason a code of ours, kept at the provider; no personal data
 */
public record RefundOrder(UUID refundId, String paymentRef, Money amount, String reason) {}
