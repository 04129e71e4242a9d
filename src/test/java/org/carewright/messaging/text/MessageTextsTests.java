package org.carewright.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words in {@code messages/messaging}. */
class MessageTextsTests {

    private static final Pattern IN_BRACES = Pattern.compile("\\{([^}]*)}");

    private final ResourceBundle texts = ResourceBundle.getBundle("messages/messaging", Locale.ROOT);

    @Test
    void useOnlyDeclaredPlaceholders() {
        var declared =
                Arrays.stream(Placeholder.values()).map(Placeholder::text).toList();

        texts.keySet().forEach(key -> assertThat(declared).as(key).containsAll(placeholders(key)));
    }

    @Test
    void ofTextMessagesUseOnlyPlaceholdersAllowedThere() {
        var allowed = Arrays.stream(Placeholder.values())
                .filter(Placeholder::allowedInSms)
                .map(Placeholder::text)
                .toList();

        texts.keySet().stream()
                .filter(key -> key.endsWith(".sms") || key.startsWith("messaging.sms."))
                .forEach(key -> assertThat(allowed).as(key).containsAll(placeholders(key)));
    }

    @ParameterizedTest
    @EnumSource
    void areThereForEveryTemplate(MessageTemplate template) {
        for (var part : List.of("name", "subject", "heading", "body", "sms")) {
            assertThat(texts.keySet()).contains("messaging." + template.code() + "." + part);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "heading", "action", "sms"})
    void belongToATemplate(String part) {
        var codes = Arrays.stream(MessageTemplate.values())
                .map(MessageTemplate::code)
                .toList();

        assertThat(texts.keySet().stream()
                        .filter(key -> key.endsWith("." + part) && !key.startsWith("messaging.channel."))
                        .map(key -> key.split("\\.")[1]))
                .isSubsetOf(codes);
    }

    private List<String> placeholders(String key) {
        var found = new ArrayList<String>();
        var matcher = IN_BRACES.matcher(texts.getString(key));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
