package org.carewright.billing.card;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.StoredMethod;

/**
 * A card a patient agreed may be charged.
 *
 * @param brand null when the provider doesn't tell
 * @param last4 null when the provider doesn't tell
 * @param expiresOn the last day of the month printed on it, null when unknown
 * @param agreedAt when the patient agreed
 */
public record SavedCard(
        UUID id,
        UUID patientId,
        Gateway gateway,
        StoredMethod method,
        String brand,
        String last4,
        LocalDate expiresOn,
        Instant agreedAt) {}
