package org.carewright.billing.fee;

import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code VisitFeeProcess}. */
@Component
public class VisitFeeVariables implements ProcessVariables {

    public static final String PROCESS_ID = "VisitFeeProcess";

    /** The appointment the fee is for. */
    public static final ProcessVariable<String> APPOINTMENT_ID = ProcessVariable.open("appointmentId", String.class);

    /** {@code charge} or {@code waive}. */
    public static final ProcessVariable<String> FEE_DECISION = ProcessVariable.open("feeDecision", String.class);

    /** Why it is waived, as typed. */
    public static final ProcessVariable<String> FEE_REASON = ProcessVariable.sealed("feeReason", String.class);

    /** Shown in Tasklist's form. */
    public static final ProcessVariable<String> PATIENT_NAME = ProcessVariable.sealed("patientName", String.class);

    public static final ProcessVariable<String> FEE_SHOWN = ProcessVariable.sealed("feeShown", String.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
