package org.carewright.billing.paper;

import java.util.ArrayList;
import java.util.List;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.paper.PaperFrame.Fact;
import org.carewright.billing.paper.PaperMapper.CreditNoteRow;
import org.carewright.documents.pdf.PdfSum;
import org.carewright.documents.pdf.TextStyle;
import org.springframework.stereotype.Component;

/** Writes a credit note. Staff's reason stays out of it. */
@Component
class CreditNotePaper {

    private final PaperFrame frame;

    CreditNotePaper(PaperFrame frame) {
        this.frame = frame;
    }

    byte[] write(CreditNoteRow note, Invoice invoice, PaperContext context) {
        var words = context.words();
        var facts = List.of(
                new Fact(words.text("number"), note.number()),
                new Fact(words.text("issued"), words.day(note.issuedOn())),
                new Fact(words.text("for-invoice"), invoice.number()),
                new Fact(words.text("invoice-date"), words.day(invoice.issuedOn())));
        return frame.write(context, words.text("credit-note.title"), note.number(), facts, flow -> {
            var sums = new ArrayList<PdfSum>();
            if (note.taxMinor() > 0) {
                sums.add(PdfSum.of(words.text("credit-note.net"), words.amount(note.netMinor(), invoice.currency())));
                sums.add(PdfSum.of(words.text("credit-note.tax"), words.amount(note.taxMinor(), invoice.currency())));
            }
            sums.add(PdfSum.strong(
                    words.text("credit-note.total"), words.amount(note.totalMinor(), invoice.currency())));
            flow.sums(sums, context.accent());
            flow.text(words.text("credit-note.meaning", invoice.number()), TextStyle.points(10), 0);
        });
    }
}
