package org.carewright.billing.dispute;

import java.util.Date;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code DisputeProcess}. */
@Component
public class DisputeVariables implements ProcessVariables {

    public static final String PROCESS_ID = "DisputeProcess";
    public static final String DECIDED = "Msg_DisputeDecided";

    public static final ProcessVariable<String> DISPUTE_ID = ProcessVariable.open("disputeId", String.class);
    public static final ProcessVariable<Date> EVIDENCE_DUE_AT = ProcessVariable.open("evidenceDueAt", Date.class);
    public static final ProcessVariable<Date> EVIDENCE_WARN_AT = ProcessVariable.open("evidenceWarnAt", Date.class);
    public static final ProcessVariable<String> ANSWER = ProcessVariable.open("disputeAnswer", String.class);
    public static final ProcessVariable<String> HURRY_SEEN = ProcessVariable.open("hurrySeen", String.class);

    /** Shown to staff in Tasklist's forms; sealed at rest, dots for operators. */
    public static final ProcessVariable<String> PATIENT_NAME = ProcessVariable.sealed("patientName", String.class);

    public static final ProcessVariable<String> SUMMARY = ProcessVariable.sealed("disputeSummary", String.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
