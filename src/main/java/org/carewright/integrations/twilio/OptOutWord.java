package org.carewright.integrations.twilio;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an inbound message asks for; the words are those that Twilio itself obeys. */
enum OptOutWord {
    STOP(Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "optout", "revoke")),
    START(Set.of("start", "unstop", "yes")),
    HELP(Set.of("help", "info")),
    OTHER(Set.of());

    private final Set<String> words;

    OptOutWord(Set<String> words) {
        this.words = words;
    }

    /** Twilio's own judgement ({@code OptOutType}) where it gives one, else the message's only word. */
    static OptOutWord of(Map<String, String> form) {
        var said = form.getOrDefault("OptOutType", form.getOrDefault("Body", ""))
                .strip()
                .toLowerCase(Locale.ROOT);
        for (var word : values()) {
            if (word.words.contains(said)) {
                return word;
            }
        }
        return OTHER;
    }
}
