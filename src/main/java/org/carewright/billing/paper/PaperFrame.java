package org.carewright.billing.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.carewright.documents.pdf.PdfDocuments;
import org.carewright.documents.pdf.PdfFlow;
import org.carewright.documents.pdf.TextStyle;
import org.springframework.stereotype.Component;

/** What all papers have in common: the clinic's head, who it is for, the facts of the document, and the foot. */
@Component
class PaperFrame {

    private static final float RIGHT_COLUMN = 0.56f;
    private static final TextStyle SMALL = TextStyle.points(9).muted();
    private static final TextStyle BODY = TextStyle.points(10);

    private final PdfDocuments documents;

    PaperFrame(PdfDocuments documents) {
        this.documents = documents;
    }

    /** A line of the document's facts; left out when it has no value. */
    record Fact(String label, String value) {}

    /**
     * Writes a paper.
     *
     * @param kind what it is, e.g. Invoice: the title, also in a reader's window
     * @param name what tells it from others, at the foot of each page, e.g. its number; may be empty
     */
    byte[] write(PaperContext context, String kind, String name, List<Fact> facts, Consumer<PdfFlow> body) {
        try (var pdf = documents.start(kind, context.words().language())) {
            var flow = new PdfFlow(pdf);
            head(flow, context);
            flow.title(kind, TextStyle.points(20).bold(), 4);
            flow.beside(RIGHT_COLUMN, () -> reader(flow, context), () -> facts.stream()
                    .filter(fact -> !fact.value().isBlank())
                    .forEach(fact -> flow.fact(fact.label(), fact.value())));
            flow.space(5);
            body.accept(flow);
            flow.foot(String.join(" · ", parts(context.clinic().name(), kind, name)), (page, pages) -> context.words()
                    .text("page", page, pages));
            return pdf.bytes();
        }
    }

    private static void head(PdfFlow flow, PaperContext context) {
        var clinic = context.clinic();
        flow.beside(
                RIGHT_COLUMN,
                () -> flow.text(clinic.name(), TextStyle.points(13).bold().coloured(context.accent()), 1),
                () -> {
                    var lines = parts(clinic.address(), String.join(" · ", parts(clinic.phone(), clinic.email())));
                    lines.forEach(line -> flow.text(line, SMALL, 0));
                    if (context.taxNumber() != null && !context.taxNumber().isBlank()) {
                        flow.text(context.words().text("tax-number", context.taxNumber()), SMALL, 0);
                    }
                });
        flow.rule(context.accent());
        flow.space(4);
    }

    private static void reader(PdfFlow flow, PaperContext context) {
        var words = context.words();
        flow.text(words.text("billed-to"), SMALL, 0.5f);
        flow.text(context.patientName(), BODY.bold(), 0);
        parts(context.patient().content().address()).forEach(line -> flow.text(line, BODY, 0));
        flow.text(words.text("patient-number", context.patient().barcode()), SMALL, 0);
    }

    /** Those that there are. */
    static List<String> parts(String... texts) {
        var there = new ArrayList<String>();
        for (var text : texts) {
            if (text != null && !text.isBlank()) {
                there.add(text);
            }
        }
        return there;
    }
}
