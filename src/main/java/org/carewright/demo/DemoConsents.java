package org.carewright.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.carewright.documents.consent.ConsentDefinitions;
import org.carewright.documents.consent.ConsentWording;
import org.carewright.shared.language.Languages;
import org.springframework.stereotype.Component;

/** What a demo clinic asks its patients to sign: a consent all need and one they may leave, in every language. */
@Component
class DemoConsents {

    private final ConsentDefinitions definitions;

    DemoConsents(ConsentDefinitions definitions) {
        this.definitions = definitions;
    }

    /** In the clinic's scope. */
    void create() {
        publish("Treatment", true, "treatment");
        publish("Photos", false, "photos");
    }

    private void publish(String name, boolean required, String file) {
        var wordings = new LinkedHashMap<String, ConsentWording>();
        Languages.offered().stream()
                .map(Locale::toLanguageTag)
                .forEach(language -> wordings.put(language, read("consents/" + file + "." + language + ".txt")));
        definitions.publish(definitions.create(name, required), Map.copyOf(wordings), true, null);
    }

    /** The first line is the title. */
    private static ConsentWording read(String file) {
        try (var content = DemoConsents.class.getResourceAsStream(file)) {
            var text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            var end = text.indexOf('\n');
            return new ConsentWording(text.substring(0, end), text.substring(end + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
