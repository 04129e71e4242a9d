package org.carewright.documents.pdf;

import java.util.List;

/**
 * A line as glyphs, in the order in which they stand.
 *
 * @param text what it says, in the order of reading
 * @param width thousandths of the size
 */
record ShapedText(String text, List<Run> runs, float width) {

    /**
     * Glyphs of one face.
     *
     * @param text what they say together
     * @param plain whether each glyph stands for exactly the characters it is mapped to
     */
    record Run(Face face, String text, boolean plain, List<Glyph> glyphs) {}

    /**
     * A glyph and where it stands.
     *
     * @param text the characters it shows; empty when the glyph before shows them too
     * @param x thousandths of the size from the line's start
     * @param rise thousandths of the size above the baseline
     */
    record Glyph(int number, String text, float x, float rise) {}
}
