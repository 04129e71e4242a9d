package org.carewright.billing.delegate;

import static org.carewright.billing.process.InvoiceVariables.DUNNING_STEP;
import static org.carewright.billing.process.InvoiceVariables.INVOICE_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.card.CardCharges;
import org.carewright.billing.card.ChargeResult;
import org.carewright.billing.process.InvoiceVariables;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Charge stored card",
        description =
                "Charges what is left to pay to the card the patient agreed to; each step charges once, however often the task is repeated. Ends in the error Err_CardDeclined when the bank declines.",
        remote = true)
class ChargeStoredCardDelegate implements JavaDelegate {

    private final CardCharges charges;

    ChargeStoredCardDelegate(CardCharges charges) {
        this.charges = charges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var result =
                charges.charge(UUID.fromString(INVOICE_ID.from(execution)), "step-" + DUNNING_STEP.from(execution));
        if (result instanceof ChargeResult.Declined) {
            throw new BpmnError(InvoiceVariables.CARD_DECLINED);
        }
    }
}
