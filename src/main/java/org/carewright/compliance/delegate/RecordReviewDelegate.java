package org.carewright.compliance.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.audit.access.EmergencyAccess;
import org.carewright.audit.access.EmergencyVerdict;
import org.carewright.compliance.emergency.BreakGlassVariables;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Record review of emergency access",
        description = "Keeps what the privacy officer found; access that was not justified ends at once.")
class RecordReviewDelegate implements JavaDelegate {

    private final EmergencyAccess access;

    RecordReviewDelegate(EmergencyAccess access) {
        this.access = access;
    }

    @Override
    public void execute(DelegateExecution execution) {
        access.review(
                UUID.fromString(BreakGlassVariables.ACCESS_ID.from(execution)),
                EmergencyVerdict.of(BreakGlassVariables.VERDICT.from(execution)),
                BreakGlassVariables.REVIEW_NOTE.find(execution).orElse(""));
    }
}
