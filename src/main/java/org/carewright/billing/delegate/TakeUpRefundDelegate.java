package org.carewright.billing.delegate;

import static org.carewright.billing.refund.RefundVariables.REFUND_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.refund.RefundRuns;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Take up again",
        description = "Sets the amount of a failed refund aside once more, to be paid out by hand.")
class TakeUpRefundDelegate implements JavaDelegate {

    private final RefundRuns refunds;

    TakeUpRefundDelegate(RefundRuns refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        REFUND_ID.set(
                execution,
                refunds.takeUpAgain(UUID.fromString(REFUND_ID.from(execution))).toString());
    }
}
