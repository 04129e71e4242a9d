package org.carewright.billing.dispute;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.shared.money.Money;

@Mapper
interface DisputeMapper {

    /** Locks the payment until the transaction ends: whatever happens to its money happens one after the other. */
    UUID lockPayment(UUID paymentId);

    DisputeRow byRef(String gateway, String providerRef);

    DisputeRow byId(UUID id);

    List<DisputeRow> ofPayment(UUID paymentId);

    void insert(
            UUID clinicId,
            UUID id,
            UUID paymentId,
            String gateway,
            String providerRef,
            long amountMinor,
            String currency,
            String reason,
            Instant evidenceDueAt,
            Instant openedAt);

    void started(UUID id, String processInstanceId);

    void answered(UUID id, String answer, UUID answeredBy, Instant now);

    void close(UUID id, String status, Instant now);

    record DisputeRow(
            UUID id,
            UUID paymentId,
            String status,
            long amountMinor,
            String currency,
            String providerRef,
            String reason,
            Instant evidenceDueAt,
            String answer,
            Instant openedAt,
            Instant closedAt,
            String processInstanceId) {

        Dispute toDispute() {
            return new Dispute(
                    id,
                    paymentId,
                    status,
                    Money.of(amountMinor, currency),
                    providerRef,
                    reason,
                    evidenceDueAt,
                    answer,
                    openedAt,
                    closedAt);
        }
    }
}
