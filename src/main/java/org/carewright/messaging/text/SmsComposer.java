package org.carewright.messaging.text;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes text messages: short, without anything about the patient's health, and in the characters of GSM 03.38 where
 * the language has them, as any other character halves what fits into one part.
 */
@Component
public class SmsComposer {

    private static final int LONGEST_VALUE = 60;
    private static final Map<String, String> PLAIN = Map.of(
            "\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2018", "'", "\u2019", "'", "\u201c", "\"", "\u201d", "\"",
            "\u2013", "-", "\u2014", "-", "\u2026", "...");

    private final MessageSource messages;

    SmsComposer(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The text message in the reader's language, in English where there is no such text.
     *
     * @param values by {@link Placeholder#text()}
     * @throws IllegalStateException when a required value is missing
     */
    public String compose(MessageTemplate template, Locale locale, Map<String, String> values) {
        var words = new MessageWords(messages, locale, shortened(values));
        var text = new StringBuilder(words.text(template.code() + ".sms"));
        var manageable =
                template.aboutVisit() && words.find(template.code() + ".action").isPresent();
        if (manageable && !words.value(Placeholder.MANAGE_URL).isBlank()) {
            text.append(' ').append(words.text("sms.manage"));
        }
        return plain(text.append(' ').append(words.text("sms.stop")).toString());
    }

    private static Map<String, String> shortened(Map<String, String> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getKey().equals(Placeholder.MANAGE_URL.text())
                                ? entry.getValue()
                                : PlainLine.of(entry.getValue(), LONGEST_VALUE)));
    }

    private static String plain(String text) {
        var plain = text;
        for (var replacement : PLAIN.entrySet()) {
            plain = plain.replace(replacement.getKey(), replacement.getValue());
        }
        return plain;
    }
}
