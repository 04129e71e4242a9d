package org.carewright.billing.refund;

import java.time.Instant;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * Money that goes back, done or asked for.
 *
 * @param decidedBy account of who decided; null when a rule did
 * @param providerRef the provider's id for it, once issued there
 * @param failure code, of one that failed
 */
public record Refund(
        UUID id,
        UUID paymentId,
        RefundStatus status,
        Money amount,
        RefundReason reason,
        UUID requestedBy,
        UUID decidedBy,
        String providerRef,
        String failure,
        Instant createdAt,
        Instant issuedAt) {}
