package org.carewright.billing.delegate;

import static org.carewright.billing.difference.ComparisonVariables.DAY;
import static org.carewright.billing.difference.ComparisonVariables.GATEWAY_LEFT;
import static org.carewright.billing.difference.ComparisonVariables.STEP;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.difference.Comparisons;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Compare with provider",
        description =
                "Compares one day at one payment provider with payments, refunds, disputes and the ledger; what differs becomes a task.",
        remote = true)
class CompareMovementsDelegate implements JavaDelegate {

    private final Comparisons comparisons;

    CompareMovementsDelegate(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = STEP.find(execution).orElse(0);
        // One that began before this variable was there is about today.
        var begun = DAY.find(execution).map(LocalDate::parse).orElseGet(comparisons::today);
        comparisons.compare(begun, step);
        STEP.set(execution, step + 1);
        GATEWAY_LEFT.set(execution, step + 1 < comparisons.steps());
    }
}
