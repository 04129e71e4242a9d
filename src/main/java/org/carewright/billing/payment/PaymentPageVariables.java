package org.carewright.billing.payment;

import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables and messages of {@code PaymentPageProcess}. */
@Component
public class PaymentPageVariables implements ProcessVariables {

    public static final String PROCESS_ID = "PaymentPageProcess";

    /** The payment has succeeded or was declined. */
    static final String ENDED = "Msg_PaymentEnded";

    /** The invoice was paid otherwise, or is not owed any more. */
    static final String NOT_NEEDED = "Msg_PageNotNeeded";

    public static final ProcessVariable<String> PAYMENT_ID = ProcessVariable.open("paymentId", String.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
