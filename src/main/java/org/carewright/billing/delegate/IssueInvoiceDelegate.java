package org.carewright.billing.delegate;

import static org.carewright.billing.process.InvoiceVariables.DUE_DAY_OVER_AT;
import static org.carewright.billing.process.InvoiceVariables.INVOICE_ID;
import static org.carewright.billing.process.InvoiceVariables.LEFT_TO_PAY;
import static org.carewright.billing.process.InvoiceVariables.NEXT_STEP_AT;
import static org.carewright.billing.process.InvoiceVariables.SUMMARY;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.process.InvoiceFacts;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Issue invoice",
        description =
                "Gives the draft its number and enters it in the ledger; one that was cancelled meanwhile stays so.")
class IssueInvoiceDelegate implements JavaDelegate {

    private final InvoiceFacts facts;

    IssueInvoiceDelegate(InvoiceFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var issued = facts.issue(UUID.fromString(INVOICE_ID.from(execution)));
        LEFT_TO_PAY.set(execution, issued.leftToPay());
        SUMMARY.set(execution, issued.summary());
        if (issued.leftToPay()) {
            DUE_DAY_OVER_AT.set(execution, Date.from(issued.dueDayOverAt()));
            NEXT_STEP_AT.set(execution, Date.from(issued.nextStepAt()));
        }
    }
}
