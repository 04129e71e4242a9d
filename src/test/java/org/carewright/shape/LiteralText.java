package org.carewright.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;

/** The words of a template that come from the template itself, not from a message or a value. */
final class LiteralText extends AbstractSimpleMarkupHandler {

    private static final Set<String> READ_ALOUD = Set.of("alt", "title", "placeholder", "aria-label", "label");
    private static final Set<String> REPLACED = Set.of("th:text", "th:utext", "th:replace", "th:remove");
    private static final String INLINE_VALUE = "\\[\\[.*?]]|\\[\\(.*?\\)]";

    private final List<String> found = new ArrayList<>();
    private final Deque<Boolean> replaced = new ArrayDeque<>();

    private LiteralText() {}

    static List<String> of(String html) {
        var handler = new LiteralText();
        try {
            new SimpleMarkupParser(asWritten()).parse(html, handler);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
        return handler.found;
    }

    private static ParseConfiguration asWritten() {
        var configuration = ParseConfiguration.htmlConfiguration();
        configuration.setElementBalancing(ParseConfiguration.ElementBalancing.NO_BALANCING);
        return configuration;
    }

    @Override
    public void handleOpenElement(String name, Map<String, String> attributes, int line, int col) {
        attributes(attributes);
        var above = !replaced.isEmpty() && replaced.peek();
        replaced.push(above
                || name.equals("script")
                || name.equals("style")
                || attributes != null && attributes.keySet().stream().anyMatch(REPLACED::contains));
    }

    @Override
    public void handleStandaloneElement(
            String name, Map<String, String> attributes, boolean minimized, int line, int col) {
        attributes(attributes);
    }

    @Override
    public void handleCloseElement(String name, int line, int col) {
        if (!replaced.isEmpty()) {
            replaced.pop();
        }
    }

    @Override
    public void handleText(char[] buffer, int offset, int length, int line, int col) {
        if (replaced.isEmpty() || !replaced.peek()) {
            check(new String(buffer, offset, length));
        }
    }

    private void attributes(Map<String, String> attributes) {
        if (attributes != null) {
            attributes.entrySet().stream()
                    .filter(attribute -> READ_ALOUD.contains(attribute.getKey()))
                    .filter(attribute -> !attributes.containsKey("th:" + attribute.getKey()))
                    .forEach(attribute -> check(attribute.getValue()));
        }
    }

    private void check(String text) {
        var words =
                text.replaceAll(INLINE_VALUE, "").replaceAll("&[a-z#0-9]+;", "").strip();
        if (words.chars().anyMatch(Character::isLetter)) {
            found.add(words);
        }
    }
}
