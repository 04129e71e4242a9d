package org.carewright.billing.payment;

import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables and messages of {@code UpiPaymentProcess}; it also hears those of {@link PaymentPageVariables}. */
@Component
public class UpiVariables implements ProcessVariables {

    public static final String PROCESS_ID = "UpiPaymentProcess";

    /** What staff answer when the money is there. */
    public static final String RECEIVED = "received";

    /** The payer says that they have paid. */
    static final String SAYS_PAID = "Msg_PayerSaysPaid";

    public static final ProcessVariable<String> PAYMENT_ID = ProcessVariable.open("paymentId", String.class);
    public static final ProcessVariable<String> FOUND = ProcessVariable.open("upiFound", String.class);

    /** Shown to staff in Tasklist's form; sealed at rest, dots for operators. */
    public static final ProcessVariable<String> PATIENT_NAME = ProcessVariable.sealed("patientName", String.class);

    public static final ProcessVariable<String> SUMMARY = ProcessVariable.sealed("upiSummary", String.class);

    /** Typed by staff; moves to the payment in the same step. */
    public static final ProcessVariable<String> REFERENCE = ProcessVariable.sealed("upiReference", String.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
