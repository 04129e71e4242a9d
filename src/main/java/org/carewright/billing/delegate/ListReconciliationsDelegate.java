package org.carewright.billing.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.difference.Comparisons;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "List accounts to compare",
        description = "Begins a comparison for every clinic that took money through a provider lately.")
class ListReconciliationsDelegate implements JavaDelegate {

    private final Comparisons comparisons;

    ListReconciliationsDelegate(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @Override
    public void execute(DelegateExecution execution) {
        comparisons.beginAll();
    }
}
