package org.carewright.billing.delegate;

import static org.carewright.billing.process.InvoiceVariables.AMOUNT;
import static org.carewright.billing.process.InvoiceVariables.CURRENCY;
import static org.carewright.billing.process.InvoiceVariables.DISCOUNT_PERCENT;
import static org.carewright.billing.process.InvoiceVariables.INVOICE_ID;
import static org.carewright.billing.process.InvoiceVariables.SOURCE;
import static org.carewright.billing.process.InvoiceVariables.SUMMARY;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.process.InvoiceFacts;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Check draft",
        description = "Reads what the review rules ask for: what it is for, its amount and discount.")
class CheckInvoiceDelegate implements JavaDelegate {

    private final InvoiceFacts facts;

    CheckInvoiceDelegate(InvoiceFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var checked = facts.ofDraft(UUID.fromString(INVOICE_ID.from(execution)));
        SOURCE.set(execution, checked.source());
        CURRENCY.set(execution, checked.currency());
        AMOUNT.set(execution, checked.amount());
        DISCOUNT_PERCENT.set(execution, checked.discountPercent());
        SUMMARY.set(execution, checked.summary());
    }
}
