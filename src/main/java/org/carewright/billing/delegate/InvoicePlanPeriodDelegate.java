package org.carewright.billing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.subscription.SubscriptionRuns;
import org.carewright.billing.subscription.SubscriptionVariables;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Invoice plan period",
        description =
                "Invoices the period of a plan, uses what the patient has credit for from earlier periods, and starts collection of the rest. A period has one invoice, however often the task is repeated.")
class InvoicePlanPeriodDelegate implements JavaDelegate {

    private final SubscriptionRuns runs;

    InvoicePlanPeriodDelegate(SubscriptionRuns runs) {
        this.runs = runs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var invoiced = runs.invoice(UUID.fromString(SubscriptionVariables.PERIOD_ID.from(execution)));
        SubscriptionVariables.INVOICE_ID.set(execution, invoiced.invoiceId().toString());
        SubscriptionVariables.CARD_TO_CHARGE.set(execution, invoiced.cardToCharge());
        SubscriptionVariables.OVERDUE_AT.set(execution, invoiced.overdueAt());
    }
}
