package org.carewright.shared.forms;

import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * A form's words in the reader's language: the keys {@code form.<form>.<component>.<part>} of the bundle
 * {@code messages/forms}. The component is named by its key, or by its id when it has none. English stands in the form
 * itself, as form-js in Tasklist shows it, and is what remains for a part without a text.
 */
record FormTexts(MessageSource messages, Locale locale, String form) {

    FieldText field(FormComponent.Field field) {
        var text = field.text();
        return new FieldText(
                of(field.key(), "label", text.label()),
                of(field.key(), "description", text.description()),
                of(field.key(), "prefix", text.prefix()),
                of(field.key(), "suffix", text.suffix()));
    }

    String option(FormComponent.Field field, FieldOption option) {
        return of(field.key(), "option." + option.value(), option.label());
    }

    String label(FormComponent component, String label) {
        return of(component.id(), "label", label);
    }

    private String of(String component, String part, String written) {
        return written.isEmpty() || locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? written
                : messages.getMessage("form." + form + "." + component + "." + part, null, written, locale);
    }
}
