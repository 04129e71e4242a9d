package org.carewright.billing.subscription;

import java.util.Date;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.shared.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** The variables of {@code SubscriptionProcess}. */
@Component
public class SubscriptionVariables implements ProcessVariables {

    public static final String PROCESS_ID = "SubscriptionProcess";
    public static final String PAUSED = "Msg_PlanPaused";
    public static final String RESUMED = "Msg_PlanResumed";
    public static final String CHANGED = "Msg_PlanChanged";
    public static final String CANCELLED = "Msg_PlanCancelled";
    public static final String PRICE_CHANGED = "Msg_PlanPriceChanged";
    public static final String SETTLED = "Msg_PlanSettled";
    public static final String CARD_DECLINED = "Err_CardDeclined";

    public static final ProcessVariable<String> SUBSCRIPTION_ID = ProcessVariable.open("subscriptionId", String.class);
    public static final ProcessVariable<String> PERIOD_ID = ProcessVariable.open("planPeriodId", String.class);
    public static final ProcessVariable<Boolean> TRIAL = ProcessVariable.open("trialPeriod", Boolean.class);
    public static final ProcessVariable<String> INVOICE_ID = ProcessVariable.open("invoiceId", String.class);
    public static final ProcessVariable<Boolean> CARD_TO_CHARGE = ProcessVariable.open("cardToCharge", Boolean.class);
    public static final ProcessVariable<Date> ENDS_AT = ProcessVariable.open("periodEndsAt", Date.class);
    public static final ProcessVariable<Date> OVERDUE_AT = ProcessVariable.open("paymentOverdueAt", Date.class);
    public static final ProcessVariable<Integer> PRICE_VERSION = ProcessVariable.open("priceVersion", Integer.class);
    public static final ProcessVariable<String> RENEWAL = ProcessVariable.open("renewal", String.class);

    @Override
    public String processId() {
        return PROCESS_ID;
    }
}
