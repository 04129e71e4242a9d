package org.carewright.shared.forms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Values that a form's texts show. form-js takes a text for Markdown after the values were put in, so a name could hold a
 * link, an image or an element; written as {@link #literal} it shows what was typed and nothing else.
 */
public final class ShownText {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");

    private ShownText() {}

    /** The names that the form's texts use and that nobody fills in. */
    public static Set<String> namesIn(FormDefinition form) {
        var names = new LinkedHashSet<String>();
        collect(form.components(), names);
        names.removeAll(form.keys());
        return names;
    }

    private static void collect(List<FormComponent> components, Set<String> names) {
        for (var component : components) {
            if (component instanceof FormComponent.Content content) {
                TEMPLATE.matcher(content.text())
                        .results()
                        .flatMap(template -> NAME.matcher(template.group(1)).results())
                        .map(MatchResult::group)
                        .forEach(names::add);
            } else if (component instanceof FormComponent.Group group) {
                collect(group.components(), names);
            } else if (component instanceof FormComponent.Rows rows) {
                collect(rows.components(), names);
            }
        }
    }

    /** The text in Markdown, with each mark, address and tag in it as plain characters. */
    public static String literal(String text) {
        return PUNCTUATION
                .matcher(text)
                .replaceAll(mark -> "&#" + (int) mark.group().charAt(0) + ";");
    }
}
