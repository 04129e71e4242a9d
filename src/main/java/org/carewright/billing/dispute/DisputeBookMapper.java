package org.carewright.billing.dispute;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.billing.dispute.DisputeBook.Case;
import org.carewright.shared.money.Money;

@Mapper
interface DisputeBookMapper {

    List<CaseRow> open(Instant afterDue, UUID afterId, int limit);

    List<CaseRow> closed(Instant beforeClosed, UUID beforeId, int limit);

    CaseRow byId(UUID id);

    String instanceOf(UUID id);

    record CaseRow(
            UUID id,
            UUID paymentId,
            UUID patientId,
            UUID invoiceId,
            String invoiceNumber,
            String gateway,
            String providerRef,
            String status,
            long amountMinor,
            long paidMinor,
            String currency,
            Long feeMinor,
            String feeCurrency,
            String reason,
            Instant evidenceDueAt,
            String answer,
            Instant openedAt,
            Instant closedAt) {

        Case toCase() {
            return new Case(
                    id,
                    paymentId,
                    patientId,
                    invoiceId,
                    invoiceNumber,
                    gateway,
                    providerRef,
                    status,
                    Money.of(amountMinor, currency),
                    Money.of(paidMinor, currency),
                    feeMinor == null || feeMinor == 0 ? null : Money.of(feeMinor, feeCurrency),
                    reason,
                    evidenceDueAt,
                    answer,
                    openedAt,
                    closedAt);
        }
    }
}
