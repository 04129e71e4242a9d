package org.carewright.billing.delegate;

import static org.carewright.billing.process.InvoiceVariables.AMOUNT;
import static org.carewright.billing.process.InvoiceVariables.DAYS_OVERDUE;
import static org.carewright.billing.process.InvoiceVariables.DISPUTED;
import static org.carewright.billing.process.InvoiceVariables.HAS_STORED_CARD;
import static org.carewright.billing.process.InvoiceVariables.INVOICE_ID;
import static org.carewright.billing.process.InvoiceVariables.LEFT_TO_PAY;
import static org.carewright.billing.process.InvoiceVariables.OUTCOME;
import static org.carewright.billing.process.InvoiceVariables.STEPS_TAKEN;
import static org.carewright.billing.process.InvoiceVariables.SUMMARY;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.process.InvoiceFacts;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "See what is left to pay",
        description =
                "Reads what the dunning policy asks for: what is left, how long overdue, whether a saved card may be charged, whether it is disputed.")
class ReadDunningDelegate implements JavaDelegate {

    private static final String UNDECIDED = "open";

    private final InvoiceFacts facts;

    ReadDunningDelegate(InvoiceFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var open = facts.ofOpen(UUID.fromString(INVOICE_ID.from(execution)));
        LEFT_TO_PAY.set(execution, open.leftToPay());
        DISPUTED.set(execution, open.disputed());
        AMOUNT.set(execution, open.amount());
        STEPS_TAKEN.set(execution, open.stepsTaken());
        DAYS_OVERDUE.set(execution, open.daysOverdue());
        HAS_STORED_CARD.set(execution, open.storedCard());
        SUMMARY.set(execution, open.summary());
        OUTCOME.set(execution, UNDECIDED);
    }
}
