package org.carewright.docs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of which the parts between {@code <!-- generated:name -->} and {@code <!-- end:name -->} are generated. */
record MarkedText(String text) {

    /** The page with that part replaced; the part must be there. */
    MarkedText with(String name, String content) {
        var part =
                Pattern.compile("(<!-- generated:%s -->\n).*?(<!-- end:%s -->)".formatted(name, name), Pattern.DOTALL);
        var match = part.matcher(text);
        if (!match.find()) {
            throw new IllegalStateException("The page has lost its marker <!-- generated:%s -->".formatted(name));
        }
        return new MarkedText(match.replaceFirst(
                Matcher.quoteReplacement(match.group(1) + "\n" + content.strip() + "\n\n" + match.group(2))));
    }

    /** An empty part with that name. */
    static String part(String name) {
        return "<!-- generated:%s -->\n<!-- end:%s -->\n".formatted(name, name);
    }
}
