package org.carewright.compliance.emergency;

import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code BreakGlassProcess}. */
@Component
public class BreakGlassVariables implements ProcessVariables {

    public static final String PROCESS_ID = "BreakGlassProcess";

    public static final ProcessVariable<String> ACCESS_ID = ProcessVariable.open("emergencyAccessId", String.class);

    /** A role's code, or {@code nobody}. */
    public static final ProcessVariable<String> REVIEW_BY = ProcessVariable.open("reviewBy", String.class);

    /** Ticked by whoever has found somebody to review. */
    public static final ProcessVariable<Boolean> REVIEWER_NAMED = ProcessVariable.open("reviewerNamed", Boolean.class);

    public static final ProcessVariable<String> VERDICT = ProcessVariable.open("verdict", String.class);

    /** Shown to the reviewer in Tasklist's form. */
    public static final ProcessVariable<String> STAFF_NAME = ProcessVariable.sealed("staffName", String.class);

    public static final ProcessVariable<String> PATIENT_NAME = ProcessVariable.sealed("patientName", String.class);
    public static final ProcessVariable<String> REASON = ProcessVariable.sealed("emergencyReason", String.class);
    public static final ProcessVariable<String> REVIEW_NOTE = ProcessVariable.sealed("reviewNote", String.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
