package org.carewright.billing.delegate;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.deposit.DepositVariables;
import org.carewright.billing.deposit.Deposits;
import org.carewright.shared.process.Decisions;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Set deadline for deposit",
        description =
                "Sets until when the deposit may be paid and when the patient is reminded, as the terms say; never past the visit.")
class PlanDepositDelegate implements JavaDelegate {

    private final Deposits deposits;
    private final Decisions decisions;

    PlanDepositDelegate(Deposits deposits, Decisions decisions) {
        this.deposits = deposits;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.removeVariable(DepositVariables.TERMS.name());
        var deadline = deposits.plan(
                UUID.fromString(DepositVariables.APPOINTMENT_ID.from(execution)),
                decisions.justEvaluated(DepositVariables.TERMS_DECISION),
                execution.getProcessInstanceId());
        DepositVariables.DUE_AT.set(execution, Date.from(deadline.dueAt()));
        DepositVariables.REMINDER_WANTED.set(execution, deadline.remindAt() != null);
        if (deadline.remindAt() != null) {
            DepositVariables.REMINDER_AT.set(execution, Date.from(deadline.remindAt()));
        }
    }
}
