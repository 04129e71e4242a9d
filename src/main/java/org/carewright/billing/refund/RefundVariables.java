package org.carewright.billing.refund;

import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code RefundProcess}. */
@Component
public class RefundVariables implements ProcessVariables {

    public static final String PROCESS_ID = "RefundProcess";
    public static final String DECIDED = "Msg_RefundDecided";

    public static final ProcessVariable<String> REFUND_ID = ProcessVariable.open("refundId", String.class);
    public static final ProcessVariable<String> REASON = ProcessVariable.open("refundReason", String.class);
    public static final ProcessVariable<String> ASKED_BY_ROLE = ProcessVariable.open("requestedByRole", String.class);
    public static final ProcessVariable<String> CURRENCY = ProcessVariable.open("invoiceCurrency", String.class);
    /** In whole units of the currency, rounded up. */
    public static final ProcessVariable<Long> AMOUNT = ProcessVariable.open("refundAmount", Long.class);

    public static final ProcessVariable<String> APPROVALS = ProcessVariable.open("approvalsNeeded", String.class);
    public static final ProcessVariable<String> VERDICT = ProcessVariable.open("refundVerdict", String.class);
    public static final ProcessVariable<String> FIRST_APPROVER = ProcessVariable.open("firstApprover", String.class);
    public static final ProcessVariable<String> DECISION = ProcessVariable.open("refundDecision", String.class);
    public static final ProcessVariable<String> WAY = ProcessVariable.open("refundWay", String.class);
    public static final ProcessVariable<String> ANSWER = ProcessVariable.open("refundAnswer", String.class);
    public static final ProcessVariable<String> PAY_OUT = ProcessVariable.open("payOut", String.class);
    public static final ProcessVariable<String> PAY_OUT_METHOD = ProcessVariable.open("payOutMethod", String.class);
    public static final ProcessVariable<String> RESOLUTION = ProcessVariable.open("resolution", String.class);

    /** Shown to staff in Tasklist's forms; sealed at rest, dots for operators. */
    public static final ProcessVariable<String> PATIENT_NAME = ProcessVariable.sealed("patientName", String.class);

    public static final ProcessVariable<String> SUMMARY = ProcessVariable.sealed("refundSummary", String.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
