package org.carewright.compliance.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.compliance.emergency.BreakGlassVariables;
import org.carewright.compliance.emergency.EmergencyAlert;
import org.carewright.shared.process.ModelInput;
import org.carewright.shared.process.ModelTask;
import org.carewright.shared.process.ProcessVariable;
import org.springframework.stereotype.Component;

@Component
@ModelTask(
        name = "Alert privacy officer",
        description = "Tells whoever reviews it by e-mail that a record was opened in an emergency: the privacy "
                + "officers, without one the managers, without anybody the clinic's administrators. Each gets it "
                + "once, however often the task is repeated.",
        remote = true)
@ModelInput(
        name = "occasion",
        label = "Occasion",
        description = "Tells several alerts about one access apart: a new occasion is a new mail",
        value = "once")
class AlertPrivacyOfficerDelegate implements JavaDelegate {

    private static final ProcessVariable<String> OCCASION = ProcessVariable.open("occasion", String.class);

    private final EmergencyAlert alert;

    AlertPrivacyOfficerDelegate(EmergencyAlert alert) {
        this.alert = alert;
    }

    @Override
    public void execute(DelegateExecution execution) {
        alert.send(UUID.fromString(BreakGlassVariables.ACCESS_ID.from(execution)), OCCASION.from(execution));
    }
}
