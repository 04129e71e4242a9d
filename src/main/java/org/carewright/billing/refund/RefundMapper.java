package org.carewright.billing.refund;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.shared.money.Money;

@Mapper
interface RefundMapper {

    /** Locks the payment until the transaction ends, so that its refunds are counted one after the other. */
    UUID lockPayment(UUID paymentId);

    /** Null when the clinic has no such payment that succeeded. */
    PaidRow paid(UUID paymentId);

    long countedMinor(UUID paymentId);

    void insert(
            UUID clinicId,
            UUID id,
            UUID paymentId,
            long amountMinor,
            String currency,
            String reason,
            byte[] noteSealed,
            UUID requestedBy,
            Instant createdAt);

    UUID lockRow(UUID id);

    RefundRow byId(UUID id);

    default RefundRow lock(UUID id) {
        return lockRow(id) == null ? null : byId(id);
    }

    List<RefundRow> ofPayment(UUID paymentId);

    List<RefundRow> ofInvoice(UUID invoiceId);

    List<RefundRow> page(String status, Instant before, UUID beforeId, int limit);

    void decide(UUID id, String status, UUID decidedBy, Instant now);

    void issuing(UUID id, UUID creditNoteId);

    void end(UUID id, String status, String providerRef, String failure, Instant issuedAt);

    record PaidRow(UUID id, UUID patientId, UUID invoiceId, String method, long amountMinor, String currency) {}

    record RefundRow(
            UUID id,
            UUID paymentId,
            String status,
            long amountMinor,
            String currency,
            String reason,
            UUID requestedBy,
            UUID decidedBy,
            String providerRef,
            String failure,
            Instant createdAt,
            Instant issuedAt) {

        Refund toRefund() {
            return new Refund(
                    id,
                    paymentId,
                    RefundStatus.of(status),
                    Money.of(amountMinor, currency),
                    RefundReason.of(reason),
                    requestedBy,
                    decidedBy,
                    providerRef,
                    failure,
                    createdAt,
                    issuedAt);
        }
    }
}
