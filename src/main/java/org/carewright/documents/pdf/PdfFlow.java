package org.carewright.documents.pdf;

import java.awt.image.BufferedImage;

/** Texts one after the other on A4 pages, with a line at the foot of each. */
public final class PdfFlow {

    private static final float MARGIN = 22;
    private static final float WIDTH = Paper.A4.width() - 2 * MARGIN;
    private static final float BOTTOM = Paper.A4.height() - 26;
    private static final float FOOT = Paper.A4.height() - 16;
    private static final float LABEL_WIDTH = 50;

    private final PdfPages pages;
    private float top = Float.MAX_VALUE;

    public PdfFlow(PdfPages pages) {
        this.pages = pages;
    }

    /** A text of any length, its line breaks kept. @param after free space below it in millimetres */
    public void text(String text, TextStyle style, float after) {
        for (var line : pages.wrap(text, style, WIDTH)) {
            need(style.lineHeight());
            pages.line(line, MARGIN, top, WIDTH, style);
            top += style.lineHeight();
        }
        top += after;
    }

    /** A heading, which never stands alone at the end of a page. */
    public void heading(String text, TextStyle style) {
        need(style.lineHeight() * 3);
        text(text, style, style.lineHeight() * 0.25f);
    }

    /** A label with its value beside it. */
    public void fact(String label, String value) {
        var style = TextStyle.points(10);
        var lines = pages.wrap(value, style, WIDTH - LABEL_WIDTH);
        need(lines.size() * style.lineHeight() + 1);
        pages.block(label, MARGIN, top, LABEL_WIDTH - 4, lines.size() * style.lineHeight(), style.muted());
        for (var line : lines) {
            pages.line(line, MARGIN + LABEL_WIDTH, top, WIDTH - LABEL_WIDTH, style);
            top += style.lineHeight();
        }
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

    /** Writes the foot of each page: the text on the left, "page / pages" on the right. Called once, at the end. */
    public void foot(String text) {
        var style = TextStyle.points(8).muted();
        for (var page = 0; page < pages.pages(); page++) {
            pages.turnTo(page);
            pages.fill(MARGIN, FOOT - 1.5f, WIDTH, 0.2f, 0xc9ced6);
            pages.line(text, MARGIN, FOOT, WIDTH - 20, style);
            pages.line((page + 1) + " / " + pages.pages(), MARGIN, FOOT, WIDTH, style.right());
        }
    }

    private void need(float height) {
        if (top + height > BOTTOM) {
            pages.page(Paper.A4);
            top = MARGIN;
        }
    }
}
