package org.carewright.shared.forms;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Prepares forms for pages; {@code fragments/form.html} calls it. */
@Component("formViews")
public class FormViews {

    /**
     * The form with what is known about it.
     *
     * @param values what was submitted, or what is known already; null for an empty form
     * @param errors of the submission; null when there was none
     */
    public FormView of(FormDefinition form, Map<String, Object> values, List<FieldError> errors) {
        return new FormViewBuilder(form, values == null ? Map.of() : values, errors == null ? List.of() : errors)
                .build();
    }
}
