package org.carewright.billing.delegate;

import static org.carewright.billing.process.InvoiceVariables.INVOICE_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.process.Receipts;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Send receipts",
        description = "Sends the patient a receipt for each payment of the invoice, each once.",
        remote = true)
class SendReceiptsDelegate implements JavaDelegate {

    private final Receipts receipts;

    SendReceiptsDelegate(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        receipts.send(UUID.fromString(INVOICE_ID.from(execution)), execution.getProcessInstanceId());
    }
}
