package org.carewright.billing.delegate;

import static org.carewright.billing.refund.RefundVariables.APPROVALS;
import static org.carewright.billing.refund.RefundVariables.DECISION;
import static org.carewright.billing.refund.RefundVariables.FIRST_APPROVER;
import static org.carewright.billing.refund.RefundVariables.REFUND_ID;
import static org.carewright.billing.refund.RefundVariables.VERDICT;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.refund.RefundRuns;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Record decision",
        description =
                "Keeps who approved or refused; where two have to approve, the second is somebody else. Nobody decides on what they asked for.")
class RecordRefundApprovalDelegate implements JavaDelegate {

    private static final String APPROVED = "approved";
    private static final String CONFIRM = "confirm";
    private static final String TWO = "two";

    private final RefundRuns refunds;

    RecordRefundApprovalDelegate(RefundRuns refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = UUID.fromString(REFUND_ID.from(execution));
        var first = FIRST_APPROVER.find(execution).map(UUID::fromString).orElse(null);
        var approved = APPROVED.equals(VERDICT.from(execution));
        if (approved
                && TWO.equals(APPROVALS.from(execution))
                && !CONFIRM.equals(DECISION.find(execution).orElse(""))) {
            refunds.firstApproval(id);
            FIRST_APPROVER.set(execution, refunds.decider().map(UUID::toString).orElse(null));
            DECISION.set(execution, CONFIRM);
            return;
        }
        refunds.decide(id, approved, first);
        DECISION.set(execution, VERDICT.from(execution));
    }
}
