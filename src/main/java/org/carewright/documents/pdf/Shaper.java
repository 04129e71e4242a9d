package org.carewright.documents.pdf;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.carewright.documents.pdf.ShapedText.Glyph;
import org.carewright.documents.pdf.ShapedText.Run;

/** Turns a line of text into glyphs: conjuncts and vowel signs of Devanagari, kerning, lines with Arabic in them. */
final class Shaper {

    /** Text size doesn't change shapes or widths. */
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final PdfFonts fonts;
    private final Locale language;

    Shaper(PdfFonts fonts, Locale language) {
        this.fonts = fonts;
        this.language = language;
    }

    ShapedText shape(String line, boolean bold) {
        var choice = fonts.choice(line, bold, language);
        var runs = new ArrayList<Run>();
        var x = 0f;
        for (var part : inVisualOrder(line)) {
            for (var piece : byFace(part, choice)) {
                x = layOut(piece, x, runs);
            }
        }
        return new ShapedText(line, List.copyOf(runs), x);
    }

    private record Part(String text, boolean rightToLeft) {}

    private record Piece(String text, boolean rightToLeft, Face face) {}

    private static List<Part> inVisualOrder(String line) {
        var bidi = new Bidi(line, Bidi.DIRECTION_LEFT_TO_RIGHT);
        if (bidi.isLeftToRight()) {
            return List.of(new Part(line, false));
        }
        var parts = new Part[bidi.getRunCount()];
        var levels = new byte[parts.length];
        for (var run = 0; run < parts.length; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            parts[run] = new Part(line.substring(bidi.getRunStart(run), bidi.getRunLimit(run)), levels[run] % 2 == 1);
        }
        Bidi.reorderVisually(levels, 0, parts, 0, parts.length);
        return List.of(parts);
    }

    private static List<Piece> byFace(Part part, PdfFonts.FaceChoice choice) {
        var pieces = new ArrayList<Piece>();
        Face face = null;
        var start = 0;
        for (var at = 0; at < part.text().length(); ) {
            var codePoint = part.text().codePointAt(at);
            var next = joins(codePoint) && face != null ? face : choice.of(codePoint);
            if (face != null && next != face) {
                pieces.add(new Piece(part.text().substring(start, at), part.rightToLeft(), face));
                start = at;
            }
            face = next;
            at += Character.charCount(codePoint);
        }
        if (face != null) {
            pieces.add(new Piece(part.text().substring(start), part.rightToLeft(), face));
        }
        if (part.rightToLeft()) {
            java.util.Collections.reverse(pieces);
        }
        return pieces;
    }

    /** Marks and joiners stay with what they change. */
    private static boolean joins(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    private static float layOut(Piece piece, float start, List<Run> runs) {
        var characters = piece.text().toCharArray();
        var direction = piece.rightToLeft() ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
        var vector = piece.face().shaping().layoutGlyphVector(EXACT, characters, 0, characters.length, direction);
        var texts = texts(piece.text(), vector);
        var glyphs = new ArrayList<Glyph>();
        var plain = !piece.rightToLeft();
        for (var i = 0; i < vector.getNumGlyphs(); i++) {
            var number = vector.getGlyphCode(i);
            plain &= texts.get(i).codePointCount(0, texts.get(i).length()) == 1;
            if (piece.face().hasGlyph(number)) {
                var position = vector.getGlyphPosition(i);
                glyphs.add(new Glyph(number, texts.get(i), start + (float) position.getX(), (float) -position.getY()));
            }
        }
        runs.add(new Run(piece.face(), piece.text(), plain, List.copyOf(glyphs)));
        return start + (float) vector.getGlyphPosition(vector.getNumGlyphs()).getX();
    }

    /**
     * The characters each glyph shows: the first glyph of a cluster shows the cluster's, the others none. A mark belongs
     * to the letter it stands on: readers that find it alone take it for the next letter's.
     */
    private static List<String> texts(String text, GlyphVector vector) {
        var starts = new TreeSet<Integer>();
        for (var i = 0; i < vector.getNumGlyphs(); i++) {
            var start = vector.getGlyphCharIndex(i);
            if (start == 0 || Character.getType(text.codePointAt(start)) != Character.NON_SPACING_MARK) {
                starts.add(start);
            }
        }
        var left = new TreeSet<>(starts);
        var texts = new ArrayList<String>();
        for (var i = 0; i < vector.getNumGlyphs(); i++) {
            var start = vector.getGlyphCharIndex(i);
            var next = starts.higher(start);
            texts.add(left.remove(start) ? text.substring(start, next == null ? text.length() : next) : "");
        }
        return texts;
    }
}
