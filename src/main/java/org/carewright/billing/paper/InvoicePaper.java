package org.carewright.billing.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.carewright.billing.invoice.BilledLine;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.paper.PaperFrame.Fact;
import org.carewright.billing.tax.Tax;
import org.carewright.billing.tax.Taxes;
import org.carewright.documents.pdf.PdfColumn;
import org.carewright.documents.pdf.PdfFlow;
import org.carewright.documents.pdf.TextStyle;
import org.carewright.integrations.upi.UpiLink;
import org.carewright.integrations.upi.UpiPayee;
import org.carewright.integrations.upi.UpiPayees;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Component;

/** Writes an invoice: lines, sums, and how to pay what is left. */
@Component
class InvoicePaper {

    private static final float CODE = 34;
    private static final float ROOM_TO_PAY = 48;
    private static final TextStyle BODY = TextStyle.points(10);

    private final PaperFrame frame;
    private final InvoiceSumLines sums;
    private final Taxes taxes;
    private final UpiPayees payees;
    private final PublicUrl address;

    InvoicePaper(PaperFrame frame, InvoiceSumLines sums, Taxes taxes, UpiPayees payees, PublicUrl address) {
        this.frame = frame;
        this.sums = sums;
        this.taxes = taxes;
        this.payees = payees;
        this.address = address;
    }

    byte[] write(Invoice invoice, PaperContext context) {
        var words = context.words();
        var bearing = taxes.byId(invoice.lines().stream()
                .map(BilledLine::taxId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return frame.write(context, title(invoice, words), number(invoice), facts(invoice, words), flow -> {
            flow.table(columns(invoice, words), rows(invoice, bearing, words), context.accent());
            flow.sums(sums.of(invoice, bearing, words), context.accent());
            if (bearing.values().stream().anyMatch(Tax::inclusive)) {
                flow.text(words.text("inclusive"), TextStyle.points(9).muted(), 3);
            }
            if (invoice.note() != null) {
                flow.heading(words.text("note"), TextStyle.points(11).bold());
                flow.text(invoice.note(), BODY, 4);
            }
            end(flow, invoice, context);
        });
    }

    private static String title(Invoice invoice, PaperWords words) {
        return switch (invoice.status()) {
            case DRAFT -> words.text("invoice.draft");
            case CANCELLED -> words.text("invoice.cancelled");
            default -> words.text("invoice.title");
        };
    }

    private static String number(Invoice invoice) {
        return invoice.number() == null ? "" : invoice.number();
    }

    private static List<Fact> facts(Invoice invoice, PaperWords words) {
        var period = invoice.periodStart() == null
                ? ""
                : words.text(
                        "period.value", words.shortDay(invoice.periodStart()), words.shortDay(invoice.periodEnd()));
        return List.of(
                new Fact(words.text("number"), number(invoice)),
                new Fact(words.text("issued"), words.day(invoice.issuedOn())),
                new Fact(words.text("due"), words.day(invoice.dueOn())),
                new Fact(words.text("period"), period));
    }

    private static List<PdfColumn> columns(Invoice invoice, PaperWords words) {
        var discounted = invoice.discountMinor() > 0;
        var taxed = invoice.lines().stream().anyMatch(line -> line.taxId() != null);
        var columns = new ArrayList<PdfColumn>();
        columns.add(PdfColumn.text(
                words.text("column.description"), 0.48f - (discounted ? 0.08f : 0) - (taxed ? 0.06f : 0)));
        columns.add(PdfColumn.amount(words.text("column.quantity"), 0.12f));
        columns.add(PdfColumn.amount(words.text("column.price"), discounted ? 0.17f : 0.2f));
        if (discounted) {
            columns.add(PdfColumn.amount(words.text("column.discount"), 0.14f));
        }
        if (taxed) {
            columns.add(PdfColumn.amount(words.text("column.tax"), 0.09f));
        }
        var used = columns.stream().map(PdfColumn::share).reduce(0f, Float::sum);
        columns.add(PdfColumn.amount(words.text("column.amount"), 1 - used));
        return columns;
    }

    private static List<List<String>> rows(Invoice invoice, Map<UUID, Tax> bearing, PaperWords words) {
        var taxed = invoice.lines().stream().anyMatch(line -> line.taxId() != null);
        return invoice.lines().stream()
                .map(line -> {
                    var cells = new ArrayList<String>();
                    cells.add(line.description());
                    cells.add(words.quantity(line.quantity()));
                    cells.add(words.amount(line.unitMinor(), invoice.currency()));
                    if (invoice.discountMinor() > 0) {
                        cells.add(
                                line.discountMinor() == 0
                                        ? ""
                                        : words.amount(-line.discountMinor(), invoice.currency()));
                    }
                    if (taxed) {
                        cells.add(
                                line.taxId() == null
                                        ? ""
                                        : words.rate(bearing.get(line.taxId()).ratePpm()));
                    }
                    cells.add(words.amount(line.grossMinor() - line.discountMinor(), invoice.currency()));
                    return List.copyOf(cells);
                })
                .toList();
    }

    private void end(PdfFlow flow, Invoice invoice, PaperContext context) {
        var words = context.words();
        if (invoice.status() == InvoiceStatus.PAID) {
            flow.text(words.text("settled"), BODY.bold().coloured(context.accent()), 2);
        }
        if (!invoice.status().isOpen() || invoice.outstandingMinor() <= 0) {
            return;
        }
        flow.keep(ROOM_TO_PAY);
        flow.heading(words.text("pay.title"), TextStyle.points(11).bold());
        flow.text(words.text("pay.online", address.of(PaperAddresses.atPortal(invoice.id()))), BODY, 1);
        flow.text(words.text("pay.reference", invoice.number()), BODY, 2);
        if (UpiLink.isPayable(invoice.outstanding())) {
            payees.current().ifPresent(payee -> upi(flow, invoice, payee, context));
        }
    }

    private static void upi(PdfFlow flow, Invoice invoice, UpiPayee payee, PaperContext context) {
        var words = context.words();
        var link = new UpiLink(payee, invoice.outstanding(), UpiLink.reference(invoice.id()), invoice.number());
        flow.qr(
                link.text(),
                words.text("pay.upi.alternative", words.amount(invoice.outstanding()), payee.address()),
                CODE);
        flow.text(words.text("pay.upi", payee.address()), TextStyle.points(9).muted(), 0);
    }
}
