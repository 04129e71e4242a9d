package org.carewright.patients.record;

import java.util.List;
import org.carewright.shared.forms.FieldError;

/**
 * A draft after its check.
 *
 * @param content in the form it is kept, where it is right
 * @param errors empty when it may be kept; keys are the draft's fields, e.g. {@code emergencyContact.phone}
 */
public record CheckedRecord(RecordDraft content, List<FieldError> errors) {

    public boolean right() {
        return errors.isEmpty();
    }
}
