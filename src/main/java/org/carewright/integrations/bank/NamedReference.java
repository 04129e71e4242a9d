package org.carewright.integrations.bank;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds one of our references in what a bank or a payer wrote, who leave out dashes and spaces and change the case. */
public final class NamedReference {

    private NamedReference() {}

    /**
     * Whether the text holds the reference, whole: {@code INV-1} isn't in {@code INV-12}, nor {@code 7} in {@code 17}.
     *
     * @param text null for none
     */
    public static boolean isIn(String text, String reference) {
        var wanted = plain(reference);
        return text != null
                && !wanted.isEmpty()
                && pattern(wanted).matcher(text.toUpperCase(Locale.ROOT)).find();
    }

    /** Whether two references are the same, however they are written; leading zeros are the bank's. */
    public static boolean isSame(String one, String other) {
        return one != null
                && other != null
                && !plain(one).isEmpty()
                && plain(one).replaceFirst("^0+", "").equals(plain(other).replaceFirst("^0+", ""));
    }

    private static String plain(String text) {
        return text == null ? "" : text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Pattern pattern(String wanted) {
        var spaced = wanted.codePoints()
                .mapToObj(Character::toString)
                .map(Pattern::quote)
                .collect(Collectors.joining("[^\\p{L}\\p{N}]{0,3}"));
        var before = Character.isDigit(wanted.codePointAt(0)) ? "(?<!\\p{N})" : "(?<!\\p{L})";
        return Pattern.compile(before + spaced + "(?!\\p{N})");
    }
}
