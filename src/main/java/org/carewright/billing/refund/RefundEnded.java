package org.carewright.billing.refund;

import java.util.UUID;

/** A refund was issued, refused or has failed. Published in the transaction that ends it. */
public record RefundEnded(UUID refundId, UUID paymentId, RefundStatus status) {}
