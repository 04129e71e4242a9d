package org.carewright.billing.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface InvoiceMapper {

    void insert(UUID clinicId, NewRow row);

    int updateDraft(NewRow row, int version);

    void deleteLines(UUID invoiceId);

    void deleteTaxes(UUID invoiceId);

    void insertLines(UUID clinicId, UUID invoiceId, List<BilledLine> lines);

    void insertTaxes(UUID clinicId, UUID invoiceId, List<TaxSum> taxes);

    /** Null when the clinic has none with that id. */
    InvoiceRow byId(UUID id);

    /** Locked until the transaction ends; null when there is none. */
    UUID lockRow(UUID id);

    /** {@link #byId}, locked until the transaction ends. */
    default InvoiceRow lock(UUID id) {
        return lockRow(id) == null ? null : byId(id);
    }

    List<InvoiceRow> ofPatient(UUID patientId, Instant before, UUID beforeId, int limit);

    List<InvoiceRow> page(String status, Instant before, UUID beforeId, int limit);

    List<InvoiceRow> unsettled(LocalDate after, UUID afterId, int limit);

    List<InvoiceHistory.Happening> happenings(UUID invoiceId);

    List<PatientBalances.Balance> balancesOf(UUID patientId);

    List<InvoiceRow> matching(
            Collection<UUID> patientIds, String status, boolean issued, Instant before, UUID beforeId, int limit);

    List<LineRow> linesOf(Collection<UUID> invoiceIds);

    List<TaxRow> taxesOf(Collection<UUID> invoiceIds);

    UUID bySource(String source, UUID sourceId);

    void issue(UUID id, String number, LocalDate issuedOn, LocalDate dueOn);

    void setStatus(UUID id, String status, LocalDate paidOn);

    void insertCreditNote(UUID clinicId, CreditNoteRow row);

    List<CreditNoteRow> creditNotesOf(UUID invoiceId);

    record NewRow(
            UUID id,
            UUID patientId,
            String currency,
            String source,
            UUID sourceId,
            LocalDate periodStart,
            LocalDate periodEnd,
            UUID couponId,
            long subtotalMinor,
            long discountMinor,
            long taxMinor,
            long totalMinor,
            byte[] noteSealed,
            Instant createdAt) {}

    record InvoiceRow(
            UUID id,
            UUID patientId,
            String status,
            String number,
            String currency,
            String source,
            UUID sourceId,
            LocalDate periodStart,
            LocalDate periodEnd,
            LocalDate issuedOn,
            LocalDate dueOn,
            LocalDate paidOn,
            String coupon,
            long subtotalMinor,
            long discountMinor,
            long taxMinor,
            long totalMinor,
            long outstandingMinor,
            long creditedMinor,
            byte[] noteSealed,
            Instant createdAt,
            int version) {}

    record LineRow(
            UUID invoiceId,
            UUID serviceId,
            String description,
            java.math.BigDecimal quantity,
            long unitMinor,
            UUID taxId,
            long grossMinor,
            long discountMinor,
            long ownDiscountMinor,
            long netMinor,
            long taxMinor) {

        BilledLine toLine() {
            return new BilledLine(
                    serviceId,
                    description,
                    quantity.stripTrailingZeros(),
                    unitMinor,
                    taxId,
                    grossMinor,
                    discountMinor,
                    ownDiscountMinor,
                    netMinor,
                    taxMinor);
        }
    }

    record TaxRow(UUID invoiceId, String name, int ratePpm, long baseMinor, long amountMinor) {}

    record CreditNoteRow(
            UUID id,
            UUID invoiceId,
            String number,
            LocalDate issuedOn,
            long netMinor,
            long taxMinor,
            long totalMinor,
            byte[] reasonSealed,
            Instant createdAt) {}
}
