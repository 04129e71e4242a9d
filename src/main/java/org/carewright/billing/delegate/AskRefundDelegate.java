package org.carewright.billing.delegate;

import static org.carewright.billing.refund.RefundVariables.ANSWER;
import static org.carewright.billing.refund.RefundVariables.REFUND_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.refund.ProviderRefunds;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Ask provider for refund",
        description =
                "Asks the provider to give the money back, or how that stands when it was asked before; once however often the task is repeated.",
        remote = true)
class AskRefundDelegate implements JavaDelegate {

    private final ProviderRefunds refunds;

    AskRefundDelegate(ProviderRefunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ANSWER.set(execution, refunds.ask(UUID.fromString(REFUND_ID.from(execution))));
    }
}
