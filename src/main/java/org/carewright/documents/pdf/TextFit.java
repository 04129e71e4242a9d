package org.carewright.documents.pdf;

import java.util.ArrayList;
import java.util.List;

/** Makes texts fit: smaller down to a part of their size, cut with "…" when they still don't. Lengths in millimetres. */
final class TextFit {

    /** Text is made smaller down to this part of its size before it is cut. */
    private static final float SMALLEST = 0.55f;

    private final Shaper shaper;
    private final TextLines lines;

    TextFit(Shaper shaper, TextLines lines) {
        this.shaper = shaper;
        this.lines = lines;
    }

    /** Lines as they fit, and the style in which they do. */
    record Block(List<ShapedText> lines, TextStyle style) {

        float height() {
            return lines.size() * style.lineHeight();
        }
    }

    /** A line as it fits, and the style in which it does. */
    record Line(ShapedText text, TextStyle style) {}

    Block block(String text, float width, float height, TextStyle style) {
        var fitting = style;
        var wrapped = lines.of(text, fitting, width);
        while (wrapped.size() * fitting.lineHeight() > height && fitting.size() > style.size() * SMALLEST) {
            fitting = fitting.sized(fitting.size() * 0.95f);
            wrapped = lines.of(text, fitting, width);
        }
        var most = Math.max(1, (int) (height / fitting.lineHeight() + 0.001f));
        if (wrapped.size() > most) {
            var last = wrapped.get(most - 1).text();
            wrapped = new ArrayList<>(wrapped.subList(0, most - 1));
            wrapped.add(cut(last, fitting, width));
        }
        return new Block(wrapped, fitting);
    }

    Line line(String text, float width, TextStyle style) {
        var flat = TextLines.clean(text).replace('\n', ' ');
        var shaped = shaper.shape(flat, style.isBold());
        var fits = width * Paper.POINTS * Face.UNITS / shaped.width();
        var fitting = style.sized(Math.min(style.size(), Math.max(fits, style.size() * SMALLEST)));
        return new Line(fits >= fitting.size() ? shaped : cut(flat, fitting, width), fitting);
    }

    private ShapedText cut(String text, TextStyle style, float width) {
        var most = width * Paper.POINTS * Face.UNITS / style.size();
        var left = text.stripTrailing();
        var shaped = shaper.shape(left + "…", style.isBold());
        while (shaped.width() > most && !left.isEmpty()) {
            left = left.substring(0, left.offsetByCodePoints(left.length(), -1));
            shaped = shaper.shape(left.stripTrailing() + "…", style.isBold());
        }
        return shaped;
    }
}
