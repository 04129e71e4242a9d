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
        name = "Mark plan past due",
        description = "Notes that the period of the plan is not paid in time, unless nothing is left to pay.")
class MarkPlanPastDueDelegate implements JavaDelegate {

    private final SubscriptionRuns runs;

    MarkPlanPastDueDelegate(SubscriptionRuns runs) {
        this.runs = runs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        runs.pastDue(UUID.fromString(SubscriptionVariables.PERIOD_ID.from(execution)));
    }
}
