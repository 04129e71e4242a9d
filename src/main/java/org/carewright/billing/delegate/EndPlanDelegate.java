package org.carewright.billing.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.subscription.SubscriptionRuns;
import org.carewright.billing.subscription.SubscriptionVariables;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "End plan", description = "Ends a plan that was suspended for too long.")
class EndPlanDelegate implements JavaDelegate {

    private final SubscriptionRuns runs;

    EndPlanDelegate(SubscriptionRuns runs) {
        this.runs = runs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        runs.end(UUID.fromString(SubscriptionVariables.SUBSCRIPTION_ID.from(execution)));
    }
}
