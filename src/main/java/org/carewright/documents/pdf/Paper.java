package org.carewright.documents.pdf;

/** A page's size in millimetres. */
public record Paper(float width, float height) {

    public static final Paper A4 = new Paper(210, 297);
    /** A bank card (ISO 7810 ID-1). */
    public static final Paper CARD = new Paper(85.6f, 53.98f);
    /** A label for files and tubes, as label printers take it. */
    public static final Paper LABEL = new Paper(62, 29);

    /** Points, the unit of PDF, in a millimetre. */
    static final float POINTS = 72 / 25.4f;
}
