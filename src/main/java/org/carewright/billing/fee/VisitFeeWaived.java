package org.carewright.billing.fee;

import java.util.UUID;

/** The fee for a visit cancelled late or missed is not charged. Published in the transaction that waives it. */
public record VisitFeeWaived(UUID appointmentId) {}
