package org.carewright.documents.pdf;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.BinaryOperator;

/** Texts one after the other on A4 pages, with a line at the foot of each. */
public final class PdfFlow {

    private static final float MARGIN = 22;
    private static final float WIDTH = Paper.A4.width() - 2 * MARGIN;
    private static final float BOTTOM = Paper.A4.height() - 26;
    private static final float FOOT = Paper.A4.height() - 16;
    private static final float LABEL_WIDTH = 50;

    /** What two columns take at least. */
    private static final float BESIDE = 20;

    private final PdfPages pages;
    private float top = Float.MAX_VALUE;
    private float left = MARGIN;
    private float width = WIDTH;

    public PdfFlow(PdfPages pages) {
        this.pages = pages;
    }

    /** A text of any length, its line breaks kept. @param after free space below it in millimetres */
    public void text(String text, TextStyle style, float after) {
        pages.paragraph(() -> {
            for (var line : pages.wrap(text, style, width)) {
                need(style.lineHeight());
                pages.line(line, left, top, width, style);
                top += style.lineHeight();
            }
        });
        top += after;
    }

    /** The document's title. @param after free space below it in millimetres */
    public void title(String text, TextStyle style, float after) {
        pages.part(PdfTag.TITLE, () -> text(text, style, after));
    }

    /** A heading, which never stands alone at the end of a page. */
    public void heading(String text, TextStyle style) {
        need(style.lineHeight() * 3);
        pages.part(PdfTag.HEADING, () -> text(text, style, style.lineHeight() * 0.25f));
    }

    /** Two columns, read one after the other; both fit on what is left of the page. @param share the left one's */
    public void beside(float share, Runnable leftColumn, Runnable rightColumn) {
        need(BESIDE);
        var start = top;
        width = WIDTH * share - 6;
        leftColumn.run();
        var bottom = top;
        top = start;
        left = MARGIN + WIDTH * share;
        width = WIDTH * (1 - share);
        rightColumn.run();
        top = Math.max(top, bottom);
        left = MARGIN;
        width = WIDTH;
    }

    /** A table; its headings stand again on each page. @param accent of the headings, 0xRRGGBB */
    public void table(List<PdfColumn> columns, List<List<String>> rows, int accent) {
        var table = new PdfTable(pages, columns, MARGIN, WIDTH, accent);
        var headings = table.headings();
        need(headings.height() * 3);
        pages.part(PdfTag.TABLE, () -> {
            draw(headings);
            for (var cells : rows) {
                var row = table.row(cells);
                if (top + row.height() > BOTTOM) {
                    need(row.height());
                    pages.decoration(() -> draw(headings));
                }
                draw(row);
            }
        });
        top += 3;
    }

    private void draw(PdfTable.Row row) {
        row.draw(top);
        top += row.height();
    }

    /** Sums below a table, on the right; they stay together. @param accent of the line above what is strong, 0xRRGGBB */
    public void sums(List<PdfSum> sums, int accent) {
        need(sums.size() * 7.5f);
        pages.part(PdfTag.TABLE, () -> sums.forEach(sum -> pages.part(PdfTag.ROW, () -> sum(sum, accent))));
        top += 4;
    }

    private void sum(PdfSum sum, int accent) {
        var style = sum.strong() ? TextStyle.points(12).bold() : TextStyle.points(9.5f);
        var start = MARGIN + WIDTH * 0.42f;
        var label = WIDTH * 0.34f;
        var amount = WIDTH - WIDTH * 0.42f - label - 2;
        if (sum.strong()) {
            pages.fill(start, top + 0.6f, MARGIN + WIDTH - start, 0.4f, accent);
            top += 1.6f;
        }
        pages.part(
                PdfTag.ROW_HEADING,
                () -> pages.line(sum.label(), start, top, label, sum.strong() ? style : style.muted()));
        pages.part(PdfTag.CELL, () -> pages.line(sum.amount(), start + label + 2, top, amount, style.right()));
        top += style.lineHeight() + 1;
    }

    /** A QR code. @param alternative what is read instead of it @param size with its white space, millimetres */
    public void qr(String content, String alternative, float size) {
        need(size);
        pages.figure(alternative, () -> pages.qr(content, left, top, size));
        top += size;
    }

    /** A label with its value beside it. */
    public void fact(String label, String value) {
        var style = TextStyle.points(10);
        var beside = Math.min(LABEL_WIDTH, width * 0.36f);
        var lines = pages.wrap(value, style, width - beside);
        need(lines.size() * style.lineHeight() + 1);
        pages.paragraph(() -> {
            pages.block(label, left, top, beside - 4, lines.size() * style.lineHeight(), style.muted());
            for (var line : lines) {
                pages.line(line, left + beside, top, width - beside, style);
                top += style.lineHeight();
            }
        });
        top += 1;
    }

    /** A picture at most that wide and tall, with a line below it as on a form that is signed. */
    public void signature(BufferedImage picture, float width, float height) {
        need(height + 4);
        pages.image(picture, MARGIN, top, width, height);
        top += height + 1;
        pages.fill(MARGIN, top, width, 0.3f, TextStyle.MUTED);
        top += 2;
    }

    /** A name in place of a drawn signature, with the same line below. */
    public void signature(String name, float width, float height) {
        need(height + 4);
        pages.line(name, MARGIN, top + height - TextStyle.points(18).lineHeight(), width, TextStyle.points(18));
        top += height + 1;
        pages.fill(MARGIN, top, width, 0.3f, TextStyle.MUTED);
        top += 2;
    }

    /** What follows begins a new page unless that much room is left. */
    public void keep(float millimetres) {
        need(millimetres);
    }

    /** Free space; none at the start of a page. */
    public void space(float millimetres) {
        top += millimetres;
    }

    /** A thin line over the whole width. */
    public void rule(int rgb) {
        need(4);
        pages.fill(MARGIN, top + 1, WIDTH, 0.4f, rgb);
        top += 4;
    }

    /** {@link #foot(String, BinaryOperator)} with "page / pages". */
    public void foot(String text) {
        foot(text, (page, all) -> page + " / " + all);
    }

    /**
     * Writes the foot of each page, which isn't read aloud. Called once, at the end.
     *
     * @param text on the left
     * @param number on the right: from the page's number, from 1, and how many there are
     */
    public void foot(String text, BinaryOperator<String> number) {
        var style = TextStyle.points(8).muted();
        for (var page = 0; page < pages.pages(); page++) {
            pages.turnTo(page);
            var numbers = number.apply(Integer.toString(page + 1), Integer.toString(pages.pages()));
            pages.decoration(() -> {
                pages.fill(MARGIN, FOOT - 1.5f, WIDTH, 0.2f, 0xc9ced6);
                pages.line(text, MARGIN, FOOT, WIDTH - 45, style);
                pages.line(numbers, MARGIN, FOOT, WIDTH, style.right());
            });
        }
    }

    private void need(float height) {
        if (top + height > BOTTOM) {
            pages.page(Paper.A4);
            top = MARGIN;
        }
    }
}
