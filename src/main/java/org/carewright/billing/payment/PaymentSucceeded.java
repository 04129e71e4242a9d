package org.carewright.billing.payment;

import java.util.UUID;

/** Money has arrived. Published in the transaction that books it. @param invoiceId null for a payment on account */
public record PaymentSucceeded(UUID paymentId, UUID invoiceId, UUID patientId) {}
