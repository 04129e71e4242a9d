package org.carewright.billing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.deposit.DepositVariables;
import org.carewright.billing.deposit.Deposits;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Invoice deposit",
        description =
                "Issues the invoice of what the booking promised to pay ahead; once, also when the visit is moved meanwhile.")
class InvoiceDepositDelegate implements JavaDelegate {

    private final Deposits deposits;

    InvoiceDepositDelegate(Deposits deposits) {
        this.deposits = deposits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var visit = DepositVariables.APPOINTMENT_ID.from(execution);
        execution.setProcessBusinessKey(visit);
        DepositVariables.ONLINE.set(execution, deposits.invoice(UUID.fromString(visit)));
    }
}
