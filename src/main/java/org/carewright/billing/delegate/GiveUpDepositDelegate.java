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
        name = "Give up deposit",
        description =
                "Nobody paid in time: takes the invoice back and what was paid of it; a deposit settled at the last moment stays as it is.")
class GiveUpDepositDelegate implements JavaDelegate {

    private final Deposits deposits;

    GiveUpDepositDelegate(Deposits deposits) {
        this.deposits = deposits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var visit = UUID.fromString(DepositVariables.APPOINTMENT_ID.from(execution));
        DepositVariables.OUTCOME.set(execution, deposits.giveUp(visit));
    }
}
