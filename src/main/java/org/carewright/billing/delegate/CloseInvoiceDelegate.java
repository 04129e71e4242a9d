package org.carewright.billing.delegate;

import static org.carewright.billing.process.InvoiceVariables.END;
import static org.carewright.billing.process.InvoiceVariables.INVOICE_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.process.InvoiceFacts;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "See how it ended",
        description = "Tells whether the invoice was paid, credited, written off or cancelled.")
class CloseInvoiceDelegate implements JavaDelegate {

    private final InvoiceFacts facts;

    CloseInvoiceDelegate(InvoiceFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        END.set(execution, facts.endOf(UUID.fromString(INVOICE_ID.from(execution))));
    }
}
