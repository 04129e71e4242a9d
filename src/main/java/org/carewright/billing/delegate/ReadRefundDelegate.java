package org.carewright.billing.delegate;

import static org.carewright.billing.refund.RefundVariables.AMOUNT;
import static org.carewright.billing.refund.RefundVariables.CURRENCY;
import static org.carewright.billing.refund.RefundVariables.REASON;
import static org.carewright.billing.refund.RefundVariables.REFUND_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.refund.RefundRuns;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "Read request", description = "Reads what the approval policy asks for: amount, reason, who asked.")
class ReadRefundDelegate implements JavaDelegate {

    private final RefundRuns refunds;

    ReadRefundDelegate(RefundRuns refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var request = refunds.read(UUID.fromString(REFUND_ID.from(execution)));
        REASON.set(execution, request.reason());
        CURRENCY.set(execution, request.currency());
        AMOUNT.set(execution, request.amount());
    }
}
