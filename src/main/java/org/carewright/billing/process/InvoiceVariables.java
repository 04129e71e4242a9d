package org.carewright.billing.process;

import java.util.Date;
import java.util.Map;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code InvoiceProcess}. */
@Component
public class InvoiceVariables implements ProcessVariables {

    public static final String PROCESS_ID = "InvoiceProcess";
    public static final String SETTLED = "Msg_InvoiceSettled";
    public static final String PAYMENT_RECEIVED = "Msg_PaymentReceived";
    public static final String WRITE_OFF_REQUESTED = "Msg_WriteOffRequested";
    public static final String DISPUTE_CLOSED = "Msg_DisputeClosed";
    public static final String CARD_DECLINED = "Err_CardDeclined";
    public static final String REVIEW_POLICY = "InvoiceReviewDecision";
    public static final String DUNNING_POLICY = "DunningPolicyDecision";

    public static final ProcessVariable<String> INVOICE_ID = ProcessVariable.open("invoiceId", String.class);
    public static final ProcessVariable<String> STAGE = ProcessVariable.open("invoiceStage", String.class);
    public static final ProcessVariable<String> SOURCE = ProcessVariable.open("invoiceSource", String.class);
    public static final ProcessVariable<String> CURRENCY = ProcessVariable.open("invoiceCurrency", String.class);
    /** In whole units of the currency, as tables of decisions compare it; what is left over is cut off. */
    public static final ProcessVariable<Long> AMOUNT = ProcessVariable.open("invoiceAmount", Long.class);

    public static final ProcessVariable<Integer> DISCOUNT_PERCENT =
            ProcessVariable.open("discountPercent", Integer.class);
    public static final ProcessVariable<String> REVIEW_BY = ProcessVariable.open("reviewBy", String.class);
    public static final ProcessVariable<String> REVIEW_VERDICT = ProcessVariable.open("reviewVerdict", String.class);
    public static final ProcessVariable<Boolean> LEFT_TO_PAY = ProcessVariable.open("leftToPay", Boolean.class);
    public static final ProcessVariable<Date> DUE_DAY_OVER_AT = ProcessVariable.open("dueDayOverAt", Date.class);
    public static final ProcessVariable<Date> NEXT_STEP_AT = ProcessVariable.open("nextStepAt", Date.class);
    public static final ProcessVariable<Integer> STEPS_TAKEN = ProcessVariable.open("stepsTaken", Integer.class);
    public static final ProcessVariable<Integer> DUNNING_STEP = ProcessVariable.open("dunningStep", Integer.class);
    public static final ProcessVariable<Integer> DAYS_OVERDUE = ProcessVariable.open("daysOverdue", Integer.class);
    public static final ProcessVariable<Boolean> HAS_STORED_CARD = ProcessVariable.open("hasStoredCard", Boolean.class);
    public static final ProcessVariable<Boolean> DISPUTED = ProcessVariable.open("invoiceDisputed", Boolean.class);

    @SuppressWarnings("rawtypes")
    public static final ProcessVariable<Map> DUNNING_DECISION = ProcessVariable.open("dunningDecision", Map.class);

    public static final ProcessVariable<String> DUNNING_ACTION = ProcessVariable.open("dunningAction", String.class);
    public static final ProcessVariable<String> OUTCOME = ProcessVariable.open("collectionOutcome", String.class);
    public static final ProcessVariable<String> PROMISED_ON = ProcessVariable.open("promisedOn", String.class);
    public static final ProcessVariable<String> WRITE_OFF_BY = ProcessVariable.open("writeOffAskedBy", String.class);
    public static final ProcessVariable<String> WRITE_OFF_VERDICT =
            ProcessVariable.open("writeOffVerdict", String.class);
    public static final ProcessVariable<String> END = ProcessVariable.open("invoiceEnd", String.class);

    /** Shown to staff in Tasklist's forms; sealed at rest, dots for operators. */
    public static final ProcessVariable<String> PATIENT_NAME = ProcessVariable.sealed("patientName", String.class);

    public static final ProcessVariable<String> SUMMARY = ProcessVariable.sealed("invoiceSummary", String.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
