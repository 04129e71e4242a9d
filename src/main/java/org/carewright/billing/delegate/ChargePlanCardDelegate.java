package org.carewright.billing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.card.CardCharges;
import org.carewright.billing.card.ChargeResult;
import org.carewright.billing.subscription.SubscriptionVariables;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Charge card for plan",
        description =
                "Charges the invoice of the period to the card the patient agreed to, once however often the task is repeated. Ends in the error Err_CardDeclined when the bank declines.",
        remote = true)
class ChargePlanCardDelegate implements JavaDelegate {

    private static final String RENEWAL = "renewal";

    private final CardCharges charges;

    ChargePlanCardDelegate(CardCharges charges) {
        this.charges = charges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var invoice = UUID.fromString(SubscriptionVariables.INVOICE_ID.from(execution));
        if (charges.charge(invoice, RENEWAL) instanceof ChargeResult.Declined) {
            throw new BpmnError(SubscriptionVariables.CARD_DECLINED);
        }
    }
}
