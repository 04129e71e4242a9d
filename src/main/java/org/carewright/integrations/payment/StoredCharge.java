package org.carewright.integrations.payment;

import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * A charge of a saved card without the patient.
 *
 * @param paymentId ours; makes the idempotency key and comes back with the events
 * @param customerRef from {@link StoredMethod}
 * @param methodRef from {@link StoredMethod}
 * @param reference as in {@link PaymentOrder}
 */
public record StoredCharge(UUID paymentId, Money amount, String customerRef, String methodRef, String reference) {}
