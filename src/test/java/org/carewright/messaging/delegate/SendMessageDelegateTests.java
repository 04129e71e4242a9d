package org.carewright.messaging.delegate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.carewright.messaging.Channel;
import org.carewright.messaging.MessageOrder;
import org.carewright.messaging.MessageService;
import org.junit.jupiter.api.Test;

class SendMessageDelegateTests {

    private static final UUID SUBJECT = UUID.randomUUID();
    private static final String INSTANCE = "instance-1";

    private final MessageService messages = mock();

    @Test
    void ordersAnEmailWithTheTasksParameters() throws Exception {
        new SendEmailDelegate(messages).execute(task("once"));

        verify(messages).send(order(Channel.EMAIL, "once"));
    }

    @Test
    void ordersATextMessageWithTheTasksParameters() throws Exception {
        new SendSmsDelegate(messages).execute(task("P1D"));

        verify(messages).send(order(Channel.SMS, "P1D"));
    }

    @Test
    void takesANumberAsTheOccasion() throws Exception {
        new SendEmailDelegate(messages).execute(task(2));

        verify(messages).send(order(Channel.EMAIL, "2"));
    }

    @Test
    void refusesATaskWithoutAnOccasion() {
        var execution = task(null);

        assertThatThrownBy(() -> new SendEmailDelegate(messages).execute(execution))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("occasion");
    }

    private static MessageOrder order(Channel channel, String occasion) {
        return new MessageOrder(channel, "appointment-reminder", "appointment", SUBJECT, occasion, INSTANCE);
    }

    private static DelegateExecution task(Object occasion) {
        DelegateExecution execution = mock();
        when(execution.getVariable("template")).thenReturn("appointment-reminder");
        when(execution.getVariable("subjectType")).thenReturn("appointment");
        when(execution.getVariable("subjectId")).thenReturn(SUBJECT.toString());
        when(execution.getVariable("occasion")).thenReturn(occasion);
        when(execution.getProcessInstanceId()).thenReturn(INSTANCE);
        return execution;
    }
}
