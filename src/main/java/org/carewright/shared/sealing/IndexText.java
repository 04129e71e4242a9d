package org.carewright.shared.sealing;

import java.text.Normalizer;
import java.util.Locale;

/** The one form in which texts become blind index tokens, so that tokens made in different modules can be compared. */
public final class IndexText {

    private IndexText() {}

    /** Compatibility form, no outer spaces, inner spaces single, lower case. */
    public static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
