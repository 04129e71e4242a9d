package org.carewright.billing.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.billing.figures.Sources.Source;

@Mapper
interface MoneyFiguresMapper {

    /** Null when no day was ever closed. */
    Closed closed();

    void openState(UUID clinicId);

    /** Locked until the transaction ends. */
    Closed lockState();

    void removeDaysAfter(LocalDate day);

    void sumDays(LocalDate after, LocalDate through);

    void removeMonthsAfter(LocalDate day);

    /** From the days' sums. @param after last day of a month, like {@code through} */
    void sumMonths(LocalDate after, LocalDate through);

    void closeThrough(LocalDate day, LocalDate month);

    /** Sums by period, place in it, account, kind, service and method. */
    List<Sum> sums(String currency, List<Asked> periods);

    List<Age> ages(String currency, LocalDate today);

    List<ExportLine> export(LocalDate from, LocalDate to, ExportLine after, int limit);

    /** @param through the last day that is summed @param monthsThrough last day of the last month that is */
    record Closed(LocalDate through, LocalDate monthsThrough) {}

    /** @param months whether it is cut into months; else into {@code days} each */
    record Asked(LocalDate from, boolean months, int days, List<Source> sources) {}

    /** @param period its place in the list that was asked for */
    record Sum(
            int period,
            int place,
            String account,
            String kind,
            UUID serviceId,
            String method,
            long debitMinor,
            long creditMinor) {}

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
