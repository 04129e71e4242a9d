package org.carewright.shared.forms;

import java.util.List;

/** A submission doesn't fit its form; says which fields and why, never what was typed. */
public class InvalidFormException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public InvalidFormException(List<FieldError> errors) {
        super("The form has invalid fields: "
                + errors.stream().map(FieldError::key).toList());
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
