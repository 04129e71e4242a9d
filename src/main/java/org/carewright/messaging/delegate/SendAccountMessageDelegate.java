package org.carewright.messaging.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.messaging.AccountMessages;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

/** Task_SendAccountMessage: sends it once however often the job runs. */
@Component
@ModelTask(
        name = "Send account message",
        description =
                "Sends one e-mail or text message about somebody's account (a link, a code, a notice), once however often"
                        + " the task is repeated. What has been used or replaced meanwhile isn't sent.",
        remote = true)
class SendAccountMessageDelegate implements JavaDelegate {

    private final AccountMessages messages;

    SendAccountMessageDelegate(AccountMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.send(UUID.fromString(AccountMessageVariables.TICKET_ID.from(execution)));
    }
}
