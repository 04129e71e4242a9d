package org.carewright.shared.process.submission;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.carewright.shared.forms.FieldError;

/** What was submitted doesn't fit the task's form; the message names the fields for whoever sits at Tasklist. */
public class RefusedSubmissionException extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    RefusedSubmissionException(String message, List<FieldError> errors) {
        super(message);
        this.errors = List.copyOf(errors);
    }

    /** What is wrong with which field. */
    public List<FieldError> errors() {
        return errors;
    }
}
