package org.carewright.integrations.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.integrations.inbox.Inbox;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

/** Task_ApplyProviderEvents: repeats harmlessly, as handled events are marked in the same transaction. */
@ModelTask(
        name = "Apply provider events",
        description =
                "Applies what a mail or message provider reported (delivered, bounced, opted out) to our records.")
@Component
class HandleProviderEventsDelegate implements JavaDelegate {

    private final Inbox inbox;

    HandleProviderEventsDelegate(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        inbox.handle(UUID.fromString(ProviderEventVariables.BATCH_ID.from(execution)));
    }
}
