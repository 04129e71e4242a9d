package org.carewright.billing.delegate;

import static org.carewright.billing.refund.RefundVariables.REFUND_ID;
import static org.carewright.billing.refund.RefundVariables.WAY;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.refund.RefundRuns;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Set amount aside",
        description = "Moves the amount in the ledger to what is on its way back, and finds out which way it goes.")
class SetRefundAsideDelegate implements JavaDelegate {

    private final RefundRuns refunds;

    SetRefundAsideDelegate(RefundRuns refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WAY.set(execution, refunds.setAside(UUID.fromString(REFUND_ID.from(execution))));
    }
}
