package org.carewright.documents.pdf;

/**
 * How a text looks.
 *
 * @param size in points
 * @param colour 0xRRGGBB
 */
public record TextStyle(float size, boolean isBold, int colour, Align align) {

    /** The colour of texts of second rank; dark enough to be read (4.5:1 on white). */
    public static final int MUTED = 0x5a6270;

    private static final int INK = 0x16191d;

    /** Where a line stands within its width. */
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** A regular, left-aligned, almost black text of that size. */
    public static TextStyle points(float size) {
        return new TextStyle(size, false, INK, Align.LEFT);
    }

    public TextStyle bold() {
        return new TextStyle(size, true, colour, align);
    }

    public TextStyle muted() {
        return coloured(MUTED);
    }

    public TextStyle coloured(int rgb) {
        return new TextStyle(size, isBold, rgb, align);
    }

    public TextStyle centred() {
        return new TextStyle(size, isBold, colour, Align.CENTRE);
    }

    public TextStyle right() {
        return new TextStyle(size, isBold, colour, Align.RIGHT);
    }

    TextStyle sized(float points) {
        return new TextStyle(points, isBold, colour, align);
    }

    /** Millimetres from one line to the next; Devanagari needs the room above and below. */
    float lineHeight() {
        return size * 1.45f / Paper.POINTS;
    }
}
