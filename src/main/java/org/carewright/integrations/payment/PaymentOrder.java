package org.carewright.integrations.payment;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * A payment the patient makes on the provider's page.
 *
 * @param paymentId ours; makes the idempotency key and comes back with the events
 * @param reference what patient and accountant know it by, e.g. the invoice's number; no personal data
 * @param patientId whose customer at the provider it is; null for none, then no card can be saved
 * @param saveMethod whether the card is kept for later charges; the patient has agreed
 * @param success where the patient comes back to afterwards; proves nothing
 * @param cancel where the patient comes back to without having paid
 */
public record PaymentOrder(
        UUID paymentId,
        Money amount,
        String reference,
        UUID patientId,
        boolean saveMethod,
        URI success,
        URI cancel,
        Locale locale) {}
