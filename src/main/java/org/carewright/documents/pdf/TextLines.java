package org.carewright.documents.pdf;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts a text into lines of a width. */
final class TextLines {

    /** Characters no text of ours needs, among them those that could make a text read other than it is written. */
    private static final Pattern UNWANTED = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Co}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff&&[^\\n]]");

    private final Shaper shaper;
    private final Locale language;

    TextLines(Shaper shaper, Locale language) {
        this.shaper = shaper;
        this.language = language;
    }

    /** The text without what can't or mustn't be printed; line breaks stay. */
    static String clean(String text) {
        return UNWANTED.matcher(text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' '))
                .replaceAll("");
    }

    /** The text's lines, none wider than {@code width} millimetres, except for single characters that are. */
    List<ShapedText> of(String text, TextStyle style, float width) {
        var units = width * Paper.POINTS * Face.UNITS / style.size();
        var lines = new ArrayList<ShapedText>();
        for (var paragraph : clean(text).split("\n", -1)) {
            wrap(paragraph, style.isBold(), units, lines);
        }
        return lines;
    }

    private void wrap(String paragraph, boolean bold, float most, List<ShapedText> lines) {
        var line = new StringBuilder();
        var used = 0f;
        for (var word : words(paragraph, bold, most)) {
            var solid = shaper.shape(word.stripTrailing(), bold).width();
            if (!line.isEmpty() && used + solid > most) {
                lines.add(shaper.shape(line.toString().stripTrailing(), bold));
                line.setLength(0);
                used = 0;
            }
            line.append(word);
            used += shaper.shape(word, bold).width();
        }
        lines.add(shaper.shape(line.toString().stripTrailing(), bold));
    }

    /** Where a line may end, also within words that are wider than a line. */
    private List<String> words(String paragraph, boolean bold, float most) {
        var words = new ArrayList<String>();
        for (var word : pieces(paragraph, BreakIterator.getLineInstance(language))) {
            if (shaper.shape(word.stripTrailing(), bold).width() > most) {
                words.addAll(pieces(word, BreakIterator.getCharacterInstance(language)));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private static List<String> pieces(String text, BreakIterator breaks) {
        var pieces = new ArrayList<String>();
        breaks.setText(text);
        var start = breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            pieces.add(text.substring(start, end));
        }
        return pieces;
    }
}
