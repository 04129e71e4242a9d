package org.carewright.billing.invoice;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carewright.billing.invoice.InvoiceMapper.InvoiceRow;
import org.springframework.stereotype.Component;

/** Puts invoices together from their tables; two more statements however many invoices there are. */
@Component
class InvoiceRows {

    private final InvoiceMapper invoices;
    private final InvoiceNote notes;

    InvoiceRows(InvoiceMapper invoices, InvoiceNote notes) {
        this.invoices = invoices;
        this.notes = notes;
    }

    List<Invoice> complete(List<InvoiceRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(InvoiceRow::id).toList();
        var lines = invoices.linesOf(ids).stream()
                .collect(Collectors.groupingBy(
                        InvoiceMapper.LineRow::invoiceId,
                        Collectors.mapping(InvoiceMapper.LineRow::toLine, Collectors.toList())));
        var taxes = invoices.taxesOf(ids).stream()
                .collect(Collectors.groupingBy(
                        InvoiceMapper.TaxRow::invoiceId,
                        Collectors.mapping(
                                row -> new TaxSum(row.name(), row.ratePpm(), row.baseMinor(), row.amountMinor()),
                                Collectors.toList())));
        return rows.stream()
                .map(row ->
                        invoice(row, lines.getOrDefault(row.id(), List.of()), taxes.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Invoice invoice(InvoiceRow row, List<BilledLine> lines, List<TaxSum> taxes) {
        return new Invoice(
                row.id(),
                row.patientId(),
                InvoiceStatus.of(row.status()),
                row.number(),
                Currency.getInstance(row.currency()),
                source(row.source(), row.sourceId()),
                row.periodStart(),
                row.periodEnd(),
                row.issuedOn(),
                row.dueOn(),
                row.paidOn(),
                row.coupon(),
                row.subtotalMinor(),
                row.discountMinor(),
                row.taxMinor(),
                row.totalMinor(),
                row.outstandingMinor(),
                row.creditedMinor(),
                lines,
                taxes,
                notes.open(row.id(), row.noteSealed()),
                row.createdAt(),
                row.version());
    }

    private static InvoiceSource source(String kind, UUID id) {
        return new InvoiceSource(InvoiceSource.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), id);
    }
}
