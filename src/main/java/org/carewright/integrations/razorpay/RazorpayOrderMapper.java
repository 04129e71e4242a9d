package org.carewright.integrations.razorpay;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface RazorpayOrderMapper {

    /** Does nothing when the payment has its order already. */
    void insert(OrderRow order, Instant now);

    OrderRow find(String orderRef);

    OrderRow ofPayment(UUID paymentId);

    void close(String orderRef, Instant now);

    record OrderRow(
            String orderRef,
            UUID paymentId,
            String keyId,
            long amountMinor,
            String currency,
            String reference,
            String success,
            String cancel,
            Instant closedAt) {}
}
