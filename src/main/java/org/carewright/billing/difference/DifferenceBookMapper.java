package org.carewright.billing.difference;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.billing.difference.DifferenceBook.Case;
import org.carewright.billing.difference.DifferenceBook.Held;
import org.carewright.billing.difference.DifferenceBook.LedgerLine;
import org.carewright.shared.money.Money;

@Mapper
interface DifferenceBookMapper {

    List<CaseRow> open(Instant afterFound, UUID afterId, int limit);

    List<CaseRow> closed(Instant beforeClosed, UUID beforeId, int limit);

    CaseRow byId(UUID id);

    String instanceOf(UUID id);

    /** The payment that the document is, or of the refund or dispute that it is; null for none. */
    HeldRow held(UUID documentId);

    List<LedgerRow> ledgerOf(UUID paymentId);

    record CaseRow(
            UUID id,
            String kind,
            String gateway,
            String providerRef,
            UUID documentId,
            Long expectedMinor,
            String expectedCurrency,
            Long toldMinor,
            String toldCurrency,
            Instant movedAt,
            Instant foundAt,
            String outcome,
            Instant closedAt) {

        Case toCase() {
            return new Case(
                    id,
                    kind,
                    gateway,
                    providerRef,
                    documentId,
                    expectedMinor == null ? null : Money.of(expectedMinor, expectedCurrency),
                    toldMinor == null ? null : Money.of(toldMinor, toldCurrency),
                    movedAt,
                    foundAt,
                    outcome,
                    closedAt);
        }
    }

    record HeldRow(
            UUID paymentId, UUID invoiceId, String invoiceNumber, String status, long amountMinor, String currency) {

        Held toHeld() {
            return new Held(paymentId, invoiceId, invoiceNumber, status, Money.of(amountMinor, currency));
        }
    }

    record LedgerRow(Instant postedAt, String kind, String account, long amountMinor, String currency) {

        LedgerLine toLine() {
            return new LedgerLine(postedAt, kind, account, Money.of(amountMinor, currency));
        }
    }
}
