package org.carewright.billing.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carewright.billing.paper.PaperFrame.Fact;
import org.carewright.documents.pdf.PdfColumn;
import org.carewright.documents.pdf.PdfFlow;
import org.carewright.documents.pdf.PdfSum;
import org.carewright.documents.pdf.TextStyle;
import org.springframework.stereotype.Component;

/** Writes a statement of account, one part for each currency. */
@Component
class StatementPaper {

    private static final TextStyle BODY = TextStyle.points(10);

    /** Kinds of postings that have words of their own. */
    private static final Set<String> NAMED = Set.of(
            "invoice", "payment", "credit_note", "write_off", "refund", "refund_due", "refund_failed", "reversal");

    private final PaperFrame frame;

    StatementPaper(PaperFrame frame) {
        this.frame = frame;
    }

    byte[] write(List<Statement> statements, LocalDate from, LocalDate to, LocalDate today, PaperContext context) {
        var words = context.words();
        var period = words.text("period.value", words.shortDay(from), words.shortDay(to));
        var facts = List.of(new Fact(words.text("period"), period), new Fact(words.text("issued"), words.day(today)));
        return frame.write(context, words.text("statement.title"), period, facts, flow -> {
            if (statements.isEmpty()) {
                flow.text(words.text("statement.empty"), BODY, 2);
            }
            statements.forEach(statement -> {
                if (statements.size() > 1) {
                    flow.heading(
                            statement.currency().getDisplayName(words.language()),
                            TextStyle.points(12).bold());
                }
                write(flow, statement, context);
            });
        });
    }

    private static void write(PdfFlow flow, Statement statement, PaperContext context) {
        var words = context.words();
        var columns = List.of(
                PdfColumn.fact(words.text("column.date"), 0.17f),
                PdfColumn.text(words.text("column.movement"), 0.24f),
                PdfColumn.fact(words.text("column.document"), 0.23f),
                PdfColumn.amount(words.text("column.amount"), 0.18f),
                PdfColumn.amount(words.text("column.balance"), 0.18f));
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                words.shortDay(statement.from()),
                words.text("statement.opening"),
                "",
                "",
                words.amount(statement.openingMinor(), statement.currency())));
        for (var line : statement.lines()) {
            rows.add(List.of(
                    words.shortDay(line.day()),
                    words.text("movement." + (NAMED.contains(line.kind()) ? line.kind() : "other")),
                    line.document() == null ? "" : line.document(),
                    words.amount(line.amountMinor(), statement.currency()),
                    words.amount(line.balanceMinor(), statement.currency())));
        }
        flow.table(columns, rows, context.accent());
        flow.sums(
                List.of(PdfSum.strong(
                        words.text("statement.closing"), words.amount(statement.closingMinor(), statement.currency()))),
                context.accent());
        flow.text(
                words.text(meaning(statement.closingMinor())),
                TextStyle.points(9).muted(),
                6);
    }

    private static String meaning(long closing) {
        return closing == 0 ? "statement.even" : closing > 0 ? "statement.owed" : "statement.held";
    }
}
