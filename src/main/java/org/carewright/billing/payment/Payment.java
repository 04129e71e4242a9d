package org.carewright.billing.payment;

import java.time.Instant;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * A payment, done or meant.
 *
 * @param invoiceId what it is for; null for a payment on account
 * @param gateway the provider's code, {@code manual} for what staff took
 * @param live whether real money moves
 * @param objectRef the provider's object of the attempt, null until there is one
 * @param providerRef the provider's object of the payment
 * @param reference what a statement names, e.g. a UTR; null for none
 * @param cardBrand with {@code cardLast4}, of a card
 * @param receipt number of its receipt, once it succeeded
 * @param failure code, of one that failed
 * @param takenBy account of who took it at the desk
 */
public record Payment(
        UUID id,
        UUID patientId,
        UUID invoiceId,
        String gateway,
        PaymentMethod method,
        PaymentStatus status,
        Money amount,
        boolean live,
        String objectRef,
        String providerRef,
        String reference,
        String cardBrand,
        String cardLast4,
        String receipt,
        String failure,
        UUID takenBy,
        Instant createdAt,
        Instant paidAt) {}
