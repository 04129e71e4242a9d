package org.carewright.shared.forms;

import java.util.regex.Pattern;

/**
 * Text as people type it, for fields that belong to no form: a reason, a name, a few sentences. A form refuses what
 * misleads ({@code characters}); here it is taken out, since nobody types it and a short field has no better advice.
 */
public final class TypedText {

    /**
     * Control characters, which the database can't keep or which begin a line unseen; line and paragraph separators; and
     * what turns the reading direction of what comes after. Joiners stay: Hindi is written with them.
     */
    private static final Pattern MISLEADING =
            Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]");

    private TypedText() {}

    /** Without what misleads and without space around it, on as many lines as were typed; empty for null. */
    public static String of(String typed) {
        if (typed == null) {
            return "";
        }
        var lines = typed.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        return MISLEADING.matcher(lines).replaceAll("").strip();
    }

    /** As {@link #of}, on one line. */
    public static String line(String typed) {
        return of(typed).replace('\n', ' ');
    }
}
