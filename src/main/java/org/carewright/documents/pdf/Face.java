package org.carewright.documents.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * One font file, read twice: by Java's text layout (HarfBuzz), which shapes a text into glyphs, and by PDFBox's font
 * reader, which cuts the used glyphs out of it.
 */
final class Face {

    /** The size texts are shaped at; the unit of PDF's glyph widths is its thousandth. */
    static final float UNITS = 1000;

    private static final Set<String> EMBEDDED_TABLES =
            Set.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

    private final String name;
    private final boolean thickened;
    private final Font shaping;
    private final TrueTypeFont outlines;
    private final int[] widths;

    /** @param thickened whether bold text is made by thicker strokes, because there is no bold file */
    Face(String name, File file, boolean thickened) {
        this.name = name;
        this.thickened = thickened;
        try {
            this.shaping = Font.createFont(Font.TRUETYPE_FONT, file)
                    .deriveFont(UNITS)
                    .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
            this.outlines = new TTFParser().parse(new RandomAccessReadBufferedFile(file));
            this.widths = readWidths();
        } catch (FontFormatException e) {
            throw new IllegalStateException("Not a font: " + name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int[] readWidths() throws IOException {
        var scale = UNITS / outlines.getUnitsPerEm();
        var all = new int[outlines.getNumberOfGlyphs()];
        for (var glyph = 0; glyph < all.length; glyph++) {
            all[glyph] = Math.round(outlines.getAdvanceWidth(glyph) * scale);
        }
        return all;
    }

    String name() {
        return name;
    }

    boolean thickened() {
        return thickened;
    }

    Font shaping() {
        return shaping;
    }

    boolean shows(int codePoint) {
        return shaping.canDisplay(codePoint);
    }

    /** False for the numbers by which layout says that a character has no glyph of its own. */
    boolean hasGlyph(int glyph) {
        return glyph >= 0 && glyph < widths.length;
    }

    /** Thousandths of the size. */
    int width(int glyph) {
        return widths[glyph];
    }

    /** Thousandths of the size: left, bottom, right, top of the box around all glyphs. */
    float[] box() {
        try {
            var scale = UNITS / outlines.getUnitsPerEm();
            var head = outlines.getHeader();
            return new float[] {
                head.getXMin() * scale, head.getYMin() * scale, head.getXMax() * scale, head.getYMax() * scale
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a font file with only those glyphs.
     *
     * @return the glyphs' numbers in that file by their numbers in this one
     */
    synchronized Map<Integer, Integer> subset(Set<Integer> glyphs, OutputStream out) {
        try {
            var subsetter = new TTFSubsetter(outlines, List.copyOf(EMBEDDED_TABLES));
            subsetter.addGlyphIds(glyphs);
            subsetter.writeToStream(out);
            var numbers = new HashMap<Integer, Integer>();
            subsetter.getGIDMap().forEach((inSubset, inFace) -> numbers.put(inFace, inSubset));
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
