package org.carewright.documents.pdf;

import org.carewright.documents.pdf.TextStyle.Align;

/**
 * A column of a table.
 *
 * @param share of the table's width; of all columns together 1
 * @param wraps whether a long text takes several lines; an amount stays in one and becomes smaller
 */
public record PdfColumn(String heading, float share, Align align, boolean wraps) {

    /** Texts of any length. */
    public static PdfColumn text(String heading, float share) {
        return new PdfColumn(heading, share, Align.LEFT, true);
    }

    /** Dates, numbers of documents: in one line on the left. */
    public static PdfColumn fact(String heading, float share) {
        return new PdfColumn(heading, share, Align.LEFT, false);
    }

    /** Amounts and quantities: in one line on the right. */
    public static PdfColumn amount(String heading, float share) {
        return new PdfColumn(heading, share, Align.RIGHT, false);
    }
}
