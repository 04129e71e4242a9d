package org.carewright.shared.web;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;

/**
 * The colours made from a clinic's one accent so that everything stays readable (WCAG 2.2, 1.4.3 and 1.4.11): a fill
 * with its own text colour, and the accent as a text colour on light and on dark pages. All {@code #rrggbb}.
 *
 * @param fill behind buttons and the header's mark
 * @param onFill text on {@code fill}, at least 4.5:1
 * @param textOnLight links and focus rings on light pages, at least 4.5:1
 * @param textOnDark the same on dark pages
 */
public record AccentPalette(String fill, String onFill, String textOnLight, String textOnDark) {

    /** The lightest and darkest surfaces text may stand on, as in theme.css. */
    static final String LIGHT_SURFACE = "#eef1f4";

    static final String DARK_SURFACE = "#262c33";

    static final double READABLE = 4.5;

    private static final String WHITE = "#ffffff";
    private static final String BLACK = "#101418";
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final double STEP = 0.02;

    /** The palette of an accent. @param accent {@code #rrggbb}. @throws IllegalArgumentException for anything else */
    public static AccentPalette of(String accent) {
        var colour = accent.toLowerCase(Locale.ROOT);
        if (!COLOUR.matcher(colour).matches()) {
            throw new IllegalArgumentException("An accent is written #rrggbb");
        }
        // White on a mid-tone looks calmer than black, so the fill may darken a little before black text is taken.
        var fill = contrast(colour, WHITE) >= 3.4 ? until(colour, WHITE, c -> c * (1 - STEP)) : colour;
        return new AccentPalette(
                fill,
                contrast(fill, WHITE) >= READABLE ? WHITE : BLACK,
                until(colour, LIGHT_SURFACE, c -> c * (1 - STEP)),
                until(colour, DARK_SURFACE, c -> c + (255 - c) * STEP));
    }

    /** Contrast of two colours by WCAG, 1 to 21. */
    static double contrast(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static String until(String colour, String background, DoubleUnaryOperator change) {
        var rgb = rgb(colour);
        var result = colour;
        while (contrast(result, background) < READABLE) {
            for (var i = 0; i < rgb.length; i++) {
                rgb[i] = change.applyAsDouble(rgb[i]);
            }
            result = String.format(
                    Locale.ROOT, "#%02x%02x%02x", Math.round(rgb[0]), Math.round(rgb[1]), Math.round(rgb[2]));
        }
        return result;
    }

    private static double luminance(String colour) {
        var rgb = rgb(colour);
        return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    }

    private static double linear(double channel) {
        var share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double[] rgb(String colour) {
        var value = Integer.parseInt(colour.substring(1), 16);
        return new double[] {value >> 16 & 255, value >> 8 & 255, value & 255};
    }
}
