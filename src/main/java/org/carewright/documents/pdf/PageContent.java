package org.carewright.documents.pdf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.carewright.documents.pdf.ShapedText.Glyph;
import org.carewright.documents.pdf.ShapedText.Run;

/** The drawing of one page as PDF's operators. All measures come in millimetres from the upper left corner. */
final class PageContent {

    /** A bold stroke's thickness as a part of the size, where a face has no bold file. */
    private static final float THICK = 0.025f;
    /** How far a circle's control points stand from its corners. */
    private static final float ARC = 0.4477f;

    private static final HexFormat CODES = HexFormat.of();

    private final StringBuilder operators = new StringBuilder();
    private final float height;

    PageContent(Paper paper) {
        this.height = paper.height();
    }

    byte[] bytes() {
        return operators.toString().getBytes(StandardCharsets.US_ASCII);
    }

    void colour(int rgb) {
        operator("%s %s %s rg", part(rgb >> 16), part(rgb >> 8), part(rgb));
        operator("%s %s %s RG", part(rgb >> 16), part(rgb >> 8), part(rgb));
    }

    /** What follows, up to {@link #end}, belongs to a part of the document's tree. */
    void begin(String type, int number) {
        operator("/%s <</MCID %d>> BDC", type, number);
    }

    /** What follows, up to {@link #end}, says nothing. */
    void beginDecoration() {
        operator("/Artifact BMC");
    }

    void end() {
        operator("EMC");
    }

    void rectangle(float x, float top, float width, float tall) {
        operator("%s %s %s %s re f", points(x), up(top + tall), points(width), points(tall));
    }

    void roundedRectangle(float x, float top, float width, float tall, float radius) {
        var right = x + width;
        var bottom = top + tall;
        var in = radius * ARC;
        operator("%s %s m", points(x + radius), up(top));
        operator("%s %s l", points(right - radius), up(top));
        curve(right - in, top, right, top + in, right, top + radius);
        operator("%s %s l", points(right), up(bottom - radius));
        curve(right, bottom - in, right - in, bottom, right - radius, bottom);
        operator("%s %s l", points(x + radius), up(bottom));
        curve(x + in, bottom, x, bottom - in, x, bottom - radius);
        operator("%s %s l", points(x), up(top + radius));
        curve(x, top + in, x + in, top, x + radius, top);
        operator("h f");
    }

    void frame(float x, float top, float width, float tall, float thickness) {
        operator("%s w %s %s %s %s re S", points(thickness), points(x), up(top + tall), points(width), points(tall));
    }

    private void curve(float x1, float y1, float x2, float y2, float x, float y) {
        operator("%s %s %s %s %s %s c", points(x1), up(y1), points(x2), up(y2), points(x), up(y));
    }

    void image(String name, float x, float top, float width, float tall) {
        operator("q %s 0 0 %s %s %s cm /%s Do Q", points(width), points(tall), points(x), up(top + tall), name);
    }

    /** Glyphs of one face, whose line starts at {@code x} on a baseline. @param font its name on this page */
    void glyphs(Run run, EmbeddedFace face, String font, TextStyle style, float x, float baseline) {
        if (run.glyphs().isEmpty()) {
            return;
        }
        var size = style.size();
        colour(style.colour());
        if (!run.plain()) {
            operator("/Span <</ActualText <feff%s>>> BDC", EmbeddedFace.hex(run.text()));
        }
        operator("BT /%s %s Tf", font, number(size));
        operator(style.isBold() && run.face().thickened() ? "2 Tr " + number(size * THICK) + " w" : "0 Tr");
        var pen = run.glyphs().get(0).x();
        operator("%s %s Td", number(x * Paper.POINTS + pen * size / Face.UNITS), up(baseline));
        show(run, face, size, pen);
        operator("ET");
        if (!run.plain()) {
            operator("EMC");
        }
    }

    private void show(Run run, EmbeddedFace face, float size, float start) {
        var pen = start;
        var rise = 0f;
        operators.append('[');
        for (Glyph glyph : run.glyphs()) {
            if (glyph.rise() != rise) {
                rise = glyph.rise();
                operators
                        .append("] TJ\n")
                        .append(number(rise * size / Face.UNITS))
                        .append(" Ts\n[");
            }
            if (Math.abs(pen - glyph.x()) >= 0.5f) {
                operators.append(' ').append(number(pen - glyph.x())).append(' ');
                pen = glyph.x();
            }
            operators
                    .append('<')
                    .append(CODES.toHexDigits((short) face.code(glyph.number(), glyph.text())))
                    .append('>');
            pen += run.face().width(glyph.number());
        }
        operators.append("] TJ\n");
        if (rise != 0) {
            operator("0 Ts");
        }
    }

    private void operator(String form, Object... parts) {
        operators.append(form.formatted(parts)).append('\n');
    }

    private String up(float top) {
        return points(height - top);
    }

    private static String points(float millimetres) {
        return number(millimetres * Paper.POINTS);
    }

    private static String part(int colour) {
        return number((colour & 0xff) / 255f);
    }

    private static String number(float value) {
        return BigDecimal.valueOf(Math.round(value * 1000d), 3)
                .stripTrailingZeros()
                .toPlainString();
    }
}
