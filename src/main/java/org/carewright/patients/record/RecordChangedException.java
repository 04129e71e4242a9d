package org.carewright.patients.record;

import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Someone else changed the record meanwhile; nothing was written. {@link #current} is how it is now. */
public class RecordChangedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient PatientRecord current;

    public RecordChangedException(PatientRecord current) {
        super(HttpStatus.CONFLICT, "record_changed");
        this.current = current;
    }

    public PatientRecord current() {
        return current;
    }
}
