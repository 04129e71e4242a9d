package org.carewright.messaging.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/** The words of one message in one language, with the subject's values filled in. */
final class MessageWords {

    private static final String PREFIX = "messaging.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

    private final MessageSource messages;
    private final Locale locale;
    private final Map<String, String> values;

    MessageWords(MessageSource messages, Locale locale, Map<String, String> values) {
        this.messages = messages;
        this.locale = locale;
        this.values = values;
    }

    /** The filled text of {@code messaging.<key>}. @throws org.springframework.context.NoSuchMessageException without such a key */
    String text(String key) {
        // Without arguments the message source hands out the text as written, apostrophes and braces included.
        return fill(messages.getMessage(PREFIX + key, null, locale));
    }

    /** Like {@link #text}, empty when there is no such key. */
    Optional<String> find(String key) {
        return Optional.ofNullable(messages.getMessage(PREFIX + key, null, null, locale))
                .map(this::fill);
    }

    /** The subject's value, empty text when it gave none. */
    String value(Placeholder placeholder) {
        var value = values.get(placeholder.text());
        if (value == null && placeholder.required()) {
            throw new IllegalStateException("The message's subject gives no " + placeholder.text());
        }
        return value == null ? "" : value;
    }

    /** Fills in one pass: a value that looks like a placeholder stays what it is. */
    private String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(valueOf(found.group(1))));
    }

    private String valueOf(String name) {
        return value(Placeholder.of(name)
                .orElseThrow(() -> new IllegalStateException("A message text uses the unknown placeholder " + name)));
    }
}
