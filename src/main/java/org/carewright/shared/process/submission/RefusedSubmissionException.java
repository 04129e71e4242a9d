package org.carewright.shared.process.submission;

import java.util.List;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.carewright.shared.forms.FieldError;

/**
 * What was submitted doesn't fit the task's form; the message names the fields for whoever sits at Tasklist. Of all the
 * engine's exceptions only this kind is answered with 400 when a form is submitted, the others with 500.
 */
public class RefusedSubmissionException extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    /** @param message shown to whoever completes the task; names no person */
    public RefusedSubmissionException(String message, List<FieldError> errors) {
        super(null, message);
        this.errors = List.copyOf(errors);
    }

    /** What is wrong with which field. */
    public List<FieldError> errors() {
        return errors;
    }
}
