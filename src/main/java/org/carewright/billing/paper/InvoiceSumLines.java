package org.carewright.billing.paper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.carewright.billing.invoice.BilledLine;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.TaxSum;
import org.carewright.billing.paper.PaperMapper.SettledRow;
import org.carewright.billing.tax.Tax;
import org.carewright.documents.pdf.PdfSum;
import org.springframework.stereotype.Component;

/** The sums of an invoice: from its lines to the total, and from there, by the ledger, to what is left to pay. */
@Component
class InvoiceSumLines {

    private final PaperMapper papers;

    InvoiceSumLines(PaperMapper papers) {
        this.papers = papers;
    }

    List<PdfSum> of(Invoice invoice, Map<UUID, Tax> bearing, PaperWords words) {
        var sums = new ArrayList<PdfSum>();
        if (invoice.discountMinor() > 0 || invoice.taxMinor() > 0) {
            sums.add(sum(invoice, words, "subtotal", invoice.subtotalMinor()));
        }
        if (invoice.discountMinor() > 0) {
            var label =
                    invoice.coupon() == null ? words.text("discount") : words.text("discount.coupon", invoice.coupon());
            sums.add(PdfSum.of(label, words.amount(-invoice.discountMinor(), invoice.currency())));
        }
        var taxes = bySide(invoice, bearing);
        taxes.added().forEach(tax -> sums.add(tax(invoice, tax, "tax.added", words)));
        sums.add(PdfSum.strong(words.text("total"), words.amount(invoice.total())));
        taxes.included().forEach(tax -> sums.add(tax(invoice, tax, "tax.included", words)));
        if (invoice.number() != null && invoice.status() != InvoiceStatus.CANCELLED) {
            settled(invoice, words, sums);
        }
        return sums;
    }

    private void settled(Invoice invoice, PaperWords words, List<PdfSum> sums) {
        var by = papers.settledBy(invoice.id());
        if (by.isEmpty()) {
            return;
        }
        add(invoice, words, sums, "credited", minor(by, InvoiceLedger.CREDIT_NOTE));
        add(invoice, words, sums, "written-off", minor(by, InvoiceLedger.WRITE_OFF));
        // Payments, deposits, packages, credit: whatever else made the debt smaller.
        var paid = by.stream()
                .filter(row -> !row.kind().equals(InvoiceLedger.CREDIT_NOTE)
                        && !row.kind().equals(InvoiceLedger.WRITE_OFF))
                .mapToLong(SettledRow::minor)
                .sum();
        add(invoice, words, sums, "paid", paid);
        sums.add(PdfSum.strong(words.text("outstanding"), words.amount(invoice.outstanding())));
    }

    private static void add(Invoice invoice, PaperWords words, List<PdfSum> sums, String key, long minor) {
        if (minor != 0) {
            sums.add(sum(invoice, words, key, minor));
        }
    }

    private static long minor(List<SettledRow> rows, String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .mapToLong(SettledRow::minor)
                .sum();
    }

    private static PdfSum sum(Invoice invoice, PaperWords words, String key, long minor) {
        return PdfSum.of(words.text(key), words.amount(minor, invoice.currency()));
    }

    private static PdfSum tax(Invoice invoice, TaxSum tax, String key, PaperWords words) {
        var label = words.text(
                key, tax.name(), words.rate(tax.ratePpm()), words.amount(tax.baseMinor(), invoice.currency()));
        return PdfSum.of(label, words.amount(tax.amountMinor(), invoice.currency()));
    }

    private record TaxesBySide(List<TaxSum> added, List<TaxSum> included) {}

    /** The sums stand in the order in which the lines first bear their taxes, part by part. */
    private static TaxesBySide bySide(Invoice invoice, Map<UUID, Tax> bearing) {
        var sides = new TaxesBySide(new ArrayList<>(), new ArrayList<>());
        var left = new ArrayList<>(invoice.taxes());
        var order = new LinkedHashSet<UUID>();
        invoice.lines().stream().map(BilledLine::taxId).filter(Objects::nonNull).forEach(order::add);
        for (var id : order) {
            var tax = bearing.get(id);
            var parts = left.subList(0, Math.min(tax.parts().size(), left.size()));
            (tax.inclusive() ? sides.included() : sides.added()).addAll(parts);
            parts.clear();
        }
        sides.added().addAll(left);
        return sides;
    }
}
