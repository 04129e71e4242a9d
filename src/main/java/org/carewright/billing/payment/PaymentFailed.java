package org.carewright.billing.payment;

import java.util.UUID;

/** A payment was declined. Published in the transaction that notes it. @param code the reason, e.g. {@code expired_card} */
public record PaymentFailed(UUID paymentId, UUID invoiceId, UUID patientId, String code) {}
