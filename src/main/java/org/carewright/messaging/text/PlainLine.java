package org.carewright.messaging.text;

/** Makes one line of what may contain line breaks and control characters, e.g. a name typed into a public form. */
public final class PlainLine {

    private PlainLine() {}

    /**
     * The text without line breaks, control and direction characters, at most {@code length} characters long.
     *
     * <p>Header lines of mails and text messages are made of such lines: nothing in a name can start a new header.
     */
    public static String of(String text, int length) {
        var line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        return line.length() <= length ? line : line.substring(0, length - 1).strip() + "…";
    }
}
