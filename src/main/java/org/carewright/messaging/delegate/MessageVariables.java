package org.carewright.messaging.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.carewright.messaging.Channel;
import org.carewright.messaging.MessageOrder;
import org.carewright.shared.process.ProcessVariable;

/** The input parameters of Send e-mail and Send SMS tasks; local to the task. */
final class MessageVariables {

    static final ProcessVariable<String> TEMPLATE = ProcessVariable.open("template", String.class);
    static final ProcessVariable<String> SUBJECT_TYPE = ProcessVariable.open("subjectType", String.class);
    static final ProcessVariable<String> SUBJECT_ID = ProcessVariable.open("subjectId", String.class);

    /** A text, or a number such as the invite's sequence. */
    static final ProcessVariable<Object> OCCASION = ProcessVariable.open("occasion", Object.class);

    private MessageVariables() {}

    static MessageOrder order(DelegateExecution execution, Channel channel) {
        return new MessageOrder(
                channel,
                TEMPLATE.from(execution),
                SUBJECT_TYPE.from(execution),
                UUID.fromString(SUBJECT_ID.from(execution)),
                OCCASION.from(execution).toString(),
                execution.getProcessInstanceId());
    }
}
