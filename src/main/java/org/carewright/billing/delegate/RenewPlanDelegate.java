package org.carewright.billing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.subscription.SubscriptionRuns;
import org.carewright.billing.subscription.SubscriptionVariables;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Renew plan",
        description =
                "Begins the next period of the plan; ends the plan where that was asked for; suspends it while an earlier period is unpaid.")
class RenewPlanDelegate implements JavaDelegate {

    private final SubscriptionRuns runs;

    RenewPlanDelegate(SubscriptionRuns runs) {
        this.runs = runs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var renewal = runs.renew(UUID.fromString(SubscriptionVariables.PERIOD_ID.from(execution)));
        SubscriptionVariables.RENEWAL.set(execution, renewal.code());
    }
}
