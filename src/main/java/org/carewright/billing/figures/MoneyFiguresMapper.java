package org.carewright.billing.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface MoneyFiguresMapper {

    /** Null when no day was ever closed. */
    LocalDate closedThrough();

    void openState(UUID clinicId);

    /** Locked until the transaction ends. */
    LocalDate lockState();

    void removeTotalsAfter(LocalDate day);

    void sumDays(LocalDate after, LocalDate through);

    void closeThrough(LocalDate day);

    /** Sums by place in the period, account, kind, service and method; {@code months} or steps of {@code days}. */
    List<Sum> sums(Asked asked);

    List<Age> ages(String currency, LocalDate today);

    List<ExportLine> export(LocalDate from, LocalDate to, ExportLine after, int limit);

    /** @param closed the last day that is summed */
    record Asked(String currency, LocalDate from, LocalDate to, LocalDate closed, boolean months, int days) {}

    record Sum(
            int place, String account, String kind, UUID serviceId, String method, long debitMinor, long creditMinor) {}

    /** @param bucket 0 to 3, see {@link MoneyFigures.Ageing} */
    record Age(int bucket, int invoices, long minor) {}

    record ExportLine(
            LocalDate bookedOn,
            Instant postedAt,
            UUID postingId,
            int line,
            String kind,
            String account,
            long amountMinor,
            String currency,
            String invoice,
            String receipt,
            String method,
            UUID serviceId) {}
}
