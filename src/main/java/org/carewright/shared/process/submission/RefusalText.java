package org.carewright.shared.process.submission;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.FormComponent;
import org.carewright.shared.forms.FormDefinition;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What Tasklist shows when a submission is refused: labels and rules, never what was typed. */
@Component
class RefusalText {

    private static final String ERROR = "form.error.";

    private final MessageSource messages;

    RefusalText(MessageSource messages) {
        this.messages = messages;
    }

    String of(Optional<FormDefinition> form, List<FieldError> errors) {
        Map<String, String> labels = new LinkedHashMap<>();
        form.ifPresent(definition -> collect(definition.components(), labels));
        return errors.stream()
                .map(error -> labels.getOrDefault(error.key(), error.key()) + ": " + sentence(error))
                .collect(joining(" "));
    }

    private String sentence(FieldError error) {
        var locale = LocaleContextHolder.getLocale();
        return messages.getMessage(ERROR + error.code(), error.arguments().toArray(), error.code(), locale);
    }

    /** A label that is computed from data isn't computed here; the key stands in for it. */
    private static void collect(List<FormComponent> components, Map<String, String> labels) {
        for (var component : components) {
            if (component instanceof FormComponent.Field field
                    && field.text().label() != null
                    && !field.text().label().isBlank()
                    && !field.text().label().startsWith("=")) {
                labels.put(field.key(), field.text().label());
            } else if (component instanceof FormComponent.Group group) {
                collect(group.components(), labels);
            } else if (component instanceof FormComponent.Rows rows) {
                collect(rows.components(), labels);
            }
        }
    }
}
