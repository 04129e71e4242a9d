package org.carewright.documents.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.carewright.shared.forms.InvalidFormException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is wrong with a form, in the reader's words. */
@Component
class FieldErrorTexts {

    private final MessageSource messages;

    FieldErrorTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** Texts by field. */
    Map<String, String> of(InvalidFormException invalid, Locale locale) {
        var texts = new LinkedHashMap<String, String>();
        invalid.errors()
                .forEach(error -> texts.put(
                        error.key(),
                        messages.getMessage(
                                "form.error." + error.code(), error.arguments().toArray(), locale)));
        return texts;
    }

    String problem(String code, Locale locale) {
        return messages.getMessage("problem." + code, null, locale);
    }
}
