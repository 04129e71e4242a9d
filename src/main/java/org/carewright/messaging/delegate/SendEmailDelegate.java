package org.carewright.messaging.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.carewright.messaging.Channel;
import org.carewright.messaging.MessageService;
import org.carewright.shared.process.ModelInput;
import org.carewright.shared.process.ModelTask;
import org.springframework.stereotype.Component;

/**
 * Sends one e-mail, once however often the job runs. A message that can't be sent for good doesn't stop the process: the
 * log says so. Trouble that may pass is thrown, and the job tries again.
 */
@Component
@ModelTask(
        name = "Send e-mail",
        description =
                "Sends one e-mail to the patient, in the patient's language, once however often the task is repeated. "
                        + "A patient without an address, or who has opted out, is skipped and the log says so.",
        remote = true)
@ModelInput(name = "template", label = "Template", description = "Which message, e.g. appointment-reminder")
@ModelInput(name = "subjectType", label = "About", description = "Kind of what it is about", value = "appointment")
@ModelInput(name = "subjectId", label = "Id", description = "Which one it is about", value = "${appointmentId}")
@ModelInput(
        name = "occasion",
        label = "Occasion",
        description = "Tells several messages of one template apart: a new occasion is a new message",
        value = "once")
class SendEmailDelegate implements JavaDelegate {

    private final MessageService messages;

    SendEmailDelegate(MessageService messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.send(MessageVariables.order(execution, Channel.EMAIL));
    }
}
