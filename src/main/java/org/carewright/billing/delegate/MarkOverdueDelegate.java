package org.carewright.billing.delegate;

import static org.carewright.billing.process.InvoiceVariables.INVOICE_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.invoice.Invoices;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "Mark overdue", description = "Marks the invoice as overdue, unless nothing is left to pay.")
class MarkOverdueDelegate implements JavaDelegate {

    private final Invoices invoices;

    MarkOverdueDelegate(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invoices.markOverdue(UUID.fromString(INVOICE_ID.from(execution)));
    }
}
