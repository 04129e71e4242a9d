package org.carewright.integrations.payment;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * Takes money and gives it back through one provider; always in the clinic's scope. An adapter uses the clinic's own
 * account, else the platform's, else the sandbox's, and sends an idempotency key made of the order's id, so that the
 * same order twice is the same payment. Answers that never came are thrown, whatever certainly didn't happen is
 * {@code NotTaken}.
 */
public interface PaymentGateway {

    Gateway gateway();

    /**
     * Opens a page on which the patient pays.
     *
     * @return {@link PaymentResult.Waiting} with the page, or {@code NotTaken}
     */
    PaymentResult open(PaymentOrder order);

    /** Charges a saved card without the patient (off-session); the patient has agreed to it before. */
    PaymentResult charge(StoredCharge charge);

    /** Opens a page on which the patient saves a card. */
    SetupResult setUp(SetupOrder order);

    /** How saving a card stands. @param providerRef from {@link SetupResult.Waiting} */
    SetupResult lookSetUp(String providerRef);

    /** Forgets a saved card at the provider; harmless when it is gone already. */
    void forget(String methodRef);

    /** Gives money back; the caller has made sure that it is not more than was paid. */
    RefundResult refund(RefundOrder order);

    /** How a payment stands now. @param providerRef from any {@link PaymentResult} */
    PaymentResult look(String providerRef);

    /**
     * Closes a page that nobody paid on, so that it can't be paid later (a deposit whose hold is over).
     *
     * @return {@link PaymentResult.Declined} with {@link DeclineCode#CANCELLED}, or what happened before it was closed
     */
    PaymentResult close(String providerRef);

    /** How a refund stands now. @param providerRef from any {@link RefundResult} */
    RefundResult lookRefund(String providerRef);

    /**
     * Everything that moved on the account in a time, oldest or newest first, read page by page; for reconciliation.
     *
     * @param from inclusive
     * @param to exclusive
     */
    Stream<ProviderMovement> movements(Instant from, Instant to);
}
