package org.carewright.billing.delegate;

import static org.carewright.billing.dispute.DisputeVariables.ANSWER;
import static org.carewright.billing.dispute.DisputeVariables.DISPUTE_ID;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.billing.dispute.Disputes;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(name = "Record answer", description = "Keeps who answered the dispute, and how.")
class RecordDisputeAnswerDelegate implements JavaDelegate {

    private final Disputes disputes;

    RecordDisputeAnswerDelegate(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        disputes.answered(UUID.fromString(DISPUTE_ID.from(execution)), ANSWER.from(execution));
    }
}
