package org.carewright.shared.forms;

import java.util.List;
import java.util.Map;

/**
 * The result of checking a submission against its form.
 *
 * @param values what may be used when there are no errors: only keys of the form, in the types the form asks for;
 *     fields that are shown but left empty are null, hidden ones are absent
 */
public record FormCheck(Map<String, Object> values, List<FieldError> errors) {

    /** Whether the submission fits its form. */
    public boolean ok() {
        return errors.isEmpty();
    }

    /** The values. @throws InvalidFormException when the submission doesn't fit */
    public Map<String, Object> valuesOrThrow() {
        if (!ok()) {
            throw new InvalidFormException(errors);
        }
        return values;
    }
}
