package org.carewright.billing.delegate;

import static org.carewright.billing.process.InvoiceVariables.DUNNING_ACTION;
import static org.carewright.billing.process.InvoiceVariables.DUNNING_DECISION;
import static org.carewright.billing.process.InvoiceVariables.DUNNING_STEP;
import static org.carewright.billing.process.InvoiceVariables.INVOICE_ID;
import static org.carewright.billing.process.InvoiceVariables.NEXT_STEP_AT;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.process.Dunning;
import org.carewright.billing.process.InvoiceVariables;
import org.carewright.shared.process.Decisions;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Plan next step",
        description = "Keeps the step that the dunning policy decided and when the one after it is due.")
class PlanStepDelegate implements JavaDelegate {

    private final Dunning dunning;
    private final Decisions decisions;

    PlanStepDelegate(Dunning dunning, Decisions decisions) {
        this.dunning = dunning;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.removeVariable(DUNNING_DECISION.name());
        var planned = dunning.take(
                UUID.fromString(INVOICE_ID.from(execution)), decisions.justEvaluated(InvoiceVariables.DUNNING_POLICY));
        DUNNING_STEP.set(execution, planned.step());
        DUNNING_ACTION.set(execution, planned.action());
        NEXT_STEP_AT.set(execution, Date.from(planned.nextStepAt()));
    }
}
