package org.carewright.billing.difference;

import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code DifferenceProcess}. */
@Component
public class DifferenceVariables implements ProcessVariables {

    public static final String PROCESS_ID = "DifferenceProcess";
    public static final String GONE = "Msg_DifferenceGone";

    public static final ProcessVariable<String> DIFFERENCE_ID = ProcessVariable.open("differenceId", String.class);
    public static final ProcessVariable<String> OUTCOME = ProcessVariable.open("differenceOutcome", String.class);
    public static final ProcessVariable<String> SEEN = ProcessVariable.open("differenceSeen", String.class);

    /** Shown to staff in Tasklist's forms. */
    public static final ProcessVariable<String> SUMMARY = ProcessVariable.sealed("differenceSummary", String.class);

    /** Typed by staff; moves to the table in the same step. */
    public static final ProcessVariable<String> NOTE = ProcessVariable.sealed("differenceNote", String.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
