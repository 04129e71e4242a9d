package org.carewright.billing.delegate;

import static org.carewright.billing.difference.DifferenceVariables.DIFFERENCE_ID;
import static org.carewright.billing.difference.DifferenceVariables.NOTE;
import static org.carewright.billing.difference.DifferenceVariables.OUTCOME;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.difference.Differences;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "Record outcome", description = "Keeps what became of a difference, who looked and what they found.")
class RecordDifferenceDelegate implements JavaDelegate {

    private final Differences differences;

    RecordDifferenceDelegate(Differences differences) {
        this.differences = differences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        differences.close(
                UUID.fromString(DIFFERENCE_ID.from(execution)), OUTCOME.from(execution), NOTE.from(execution));
        execution.removeVariable(NOTE.name());
    }
}
