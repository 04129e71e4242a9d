package org.carewright.billing.difference;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ComparisonMapper {

    /** Whether the clinic took money through a provider since then. */
    boolean active(List<String> gateways, Instant since);

    PaymentRow payment(UUID id);

    RefundRow refund(UUID id);

    boolean disputeKnown(String gateway, String providerRef);

    /** The dispute with that id at the provider, null for none. */
    UUID dispute(String gateway, String providerRef);

    /** What the ledger says came through the gateway. */
    List<PaymentRow> booked(String gateway, Instant from, Instant to);

    List<RefundRow> refunded(String gateway, Instant from, Instant to);

    /** Payments whose entries of money aren't what they say. */
    List<PaymentRow> wrongInLedger(String gateway, Instant from, Instant to);

    record PaymentRow(
            UUID id,
            String status,
            long amountMinor,
            String currency,
            String providerRef,
            Instant paidAt,
            UUID invoiceId,
            String method) {}

    record RefundRow(UUID id, String status, long amountMinor, String currency, String providerRef, Instant issuedAt) {}
}
