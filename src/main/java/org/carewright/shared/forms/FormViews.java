package org.carewright.shared.forms;

import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Prepares forms for pages; {@code fragments/form.html} calls it. */
@Component("formViews")
public class FormViews {

    private final MessageSource messages;

    FormViews(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The form with what is known about it, in the reader's language.
     *
     * @param values what was submitted, or what is known already; null for an empty form
     * @param errors of the submission; null when there was none
     */
    public FormView of(FormDefinition form, Map<String, Object> values, List<FieldError> errors) {
        return new FormViewBuilder(
                        form,
                        values == null ? Map.of() : values,
                        errors == null ? List.of() : errors,
                        new FormTexts(messages, LocaleContextHolder.getLocale(), form.id()))
                .build();
    }
}
