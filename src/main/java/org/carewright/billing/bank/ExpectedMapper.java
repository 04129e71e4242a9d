package org.carewright.billing.bank;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.shared.money.Money;

@Mapper
interface ExpectedMapper {

    /** Payments of these amounts begun since then, oldest first, that a line may be about. */
    List<ExpectedRow> expected(String currency, Collection<Long> amounts, Instant since);

    /** Issued invoices that wait for exactly that amount, the longest waiting first. */
    List<OwingRow> owing(String currency, long amountMinor, int limit);

    OwingRow byNumber(String number);

    record ExpectedRow(
            UUID paymentId,
            UUID invoiceId,
            long amountMinor,
            String currency,
            String invoiceNumber,
            String linkReference,
            String utr,
            boolean booked,
            boolean open) {

        Expected toExpected() {
            return new Expected(
                    paymentId,
                    invoiceId,
                    Money.of(amountMinor, currency),
                    invoiceNumber,
                    linkReference,
                    utr,
                    booked,
                    open);
        }
    }

    record OwingRow(UUID id, UUID patientId, String number, String status, long outstandingMinor, String currency) {}
}
