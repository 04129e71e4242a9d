package org.carewright.integrations.razorpay;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.carewright.integrations.account.PaymentObjects;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.payment.PaymentOrder;
import org.carewright.integrations.razorpay.RazorpayOrderMapper.OrderRow;
import org.carewright.shared.money.Money;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The orders we made; in the clinic's scope unless said otherwise. Written in transactions of their own: what is at
 * Razorpay is there whatever becomes of the caller's transaction.
 */
@Service
class RazorpayOrderBook {

    private final RazorpayOrderMapper orders;
    private final PaymentObjects objects;
    private final ClinicScope clinic;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RazorpayOrderBook(
            RazorpayOrderMapper orders,
            PaymentObjects objects,
            ClinicScope clinic,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.orders = orders;
        this.objects = objects;
        this.clinic = clinic;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** An order as our page shows it. */
    record Order(
            UUID clinicId,
            String orderRef,
            UUID paymentId,
            String keyId,
            Money amount,
            String reference,
            String success,
            String cancel,
            boolean isClosed) {}

    /** Keeps an order. @return the one that counts for the payment, which may be an earlier one */
    String keep(PaymentOrder order, String keyId, String orderRef) {
        var row = new OrderRow(
                orderRef,
                order.paymentId(),
                keyId,
                order.amount().minor(),
                order.amount().currency().getCurrencyCode(),
                order.reference(),
                order.success().toString(),
                order.cancel().toString(),
                null);
        return transaction.execute(status -> {
            orders.insert(row, clock.instant());
            return orders.ofPayment(order.paymentId()).orderRef();
        });
    }

    boolean isClosed(String orderRef) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var row = orders.find(orderRef);
            return row != null && row.closedAt() != null;
        }));
    }

    /** Our page no longer leads to it. */
    void close(String orderRef) {
        transaction.executeWithoutResult(status -> orders.close(orderRef, clock.instant()));
    }

    /** The order of whichever clinic; needs no scope. */
    Optional<Order> ofAnyClinic(String orderRef) {
        return objects.clinicOf(Gateway.RAZORPAY, orderRef)
                .flatMap(clinicId -> clinic.call(
                        clinicId, () -> Optional.ofNullable(transaction.execute(status -> orders.find(orderRef)))
                                .map(row -> order(clinicId, row))));
    }

    private static Order order(UUID clinicId, OrderRow row) {
        return new Order(
                clinicId,
                row.orderRef(),
                row.paymentId(),
                row.keyId(),
                Money.of(row.amountMinor(), row.currency()),
                row.reference(),
                row.success(),
                row.cancel(),
                row.closedAt() != null);
    }
}
