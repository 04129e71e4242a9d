package org.carewright.billing.paper;

import java.util.ArrayList;
import java.util.List;
import org.carewright.billing.paper.PaperFrame.Fact;
import org.carewright.billing.payment.Payment;
import org.carewright.documents.pdf.PdfSum;
import org.carewright.documents.pdf.TextStyle;
import org.springframework.stereotype.Component;

/** Writes the receipt of a payment. */
@Component
class ReceiptPaper {

    private final PaperFrame frame;

    ReceiptPaper(PaperFrame frame) {
        this.frame = frame;
    }

    /** @param invoice number of what it was for, null for a payment on account */
    byte[] write(Payment payment, String invoice, PaperContext context) {
        var words = context.words();
        var kind = words.text("receipt.title");
        return frame.write(context, kind, payment.receipt(), facts(payment, invoice, words), flow -> {
            flow.sums(
                    List.of(PdfSum.strong(words.text("receipt.amount"), words.amount(payment.amount()))),
                    context.accent());
            if (!payment.live()) {
                flow.text(words.text("receipt.test"), TextStyle.points(10).bold(), 2);
            }
            flow.text(words.text("receipt.thanks"), TextStyle.points(10), 0);
        });
    }

    private static List<Fact> facts(Payment payment, String invoice, PaperWords words) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(words.text("number"), payment.receipt()));
        facts.add(new Fact(words.text("issued"), words.day(payment.paidAt())));
        facts.add(new Fact(words.text("receipt.method"), method(payment, words)));
        facts.add(new Fact(words.text("receipt.reference"), payment.reference() == null ? "" : payment.reference()));
        facts.add(new Fact(words.text("for-invoice"), invoice == null ? words.text("receipt.on-account") : invoice));
        return facts;
    }

    private static String method(Payment payment, PaperWords words) {
        var method = words.text("method." + payment.method().code());
        return payment.cardLast4() == null
                ? method
                : words.text("receipt.card", method, brand(payment.cardBrand()), payment.cardLast4());
    }

    private static String brand(String brand) {
        return brand == null || brand.isBlank()
                ? ""
                : brand.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + brand.substring(1);
    }
}
