package org.carewright.billing.dispute;

import java.time.Instant;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * A payment that a bank took back.
 *
 * @param status {@code open}, {@code won} or {@code lost}
 * @param reason the provider's code, or null
 * @param answer {@code contested} or {@code accepted}, null until staff have answered
 */
public record Dispute(
        UUID id,
        UUID paymentId,
        String status,
        Money amount,
        String providerRef,
        String reason,
        Instant evidenceDueAt,
        String answer,
        Instant openedAt,
        Instant closedAt) {}
