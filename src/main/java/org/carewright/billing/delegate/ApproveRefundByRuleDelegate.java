package org.carewright.billing.delegate;

import static org.carewright.billing.refund.RefundVariables.REFUND_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.refund.RefundRuns;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "Approve by rule", description = "Approves a refund that nobody has to look at.")
class ApproveRefundByRuleDelegate implements JavaDelegate {

    private final RefundRuns refunds;

    ApproveRefundByRuleDelegate(RefundRuns refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        refunds.approveByRule(UUID.fromString(REFUND_ID.from(execution)));
    }
}
