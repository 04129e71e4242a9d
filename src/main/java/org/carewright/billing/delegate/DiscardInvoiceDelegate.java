package org.carewright.billing.delegate;

import static org.carewright.billing.process.InvoiceVariables.INVOICE_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.invoice.Invoices;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "Give up draft", description = "Cancels a draft that the review refused.")
class DiscardInvoiceDelegate implements JavaDelegate {

    private final Invoices invoices;

    DiscardInvoiceDelegate(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invoices.cancel(UUID.fromString(INVOICE_ID.from(execution)));
    }
}
