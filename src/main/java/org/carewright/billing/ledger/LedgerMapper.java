package org.carewright.billing.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface LedgerMapper {

    /** @return 0 when the document's posting of that kind is there already */
    int insertPosting(
            UUID clinicId,
            UUID id,
            Posting posting,
            LocalDate bookedOn,
            Instant postedAt,
            UUID postedBy,
            UUID reversesId);

    void insertEntries(UUID clinicId, UUID postingId, List<Line> lines, String currency, LocalDate bookedOn);

    List<Line> linesOf(String kind, UUID documentId);

    UUID idOf(String kind, UUID documentId);

    String currencyOf(UUID id);

    long balanceOfInvoice(UUID invoiceId, String account);

    long balanceOfPayment(UUID paymentId, String account);

    record Line(
            int line,
            String account,
            long amountMinor,
            UUID invoiceId,
            UUID paymentId,
            UUID serviceId,
            String method) {}
}
