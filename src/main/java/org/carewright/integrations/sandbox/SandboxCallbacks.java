package org.carewright.integrations.sandbox;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** What the sandbox providers report about messages, and what people answer. */
@Service
@ConditionalOnSandbox
public class SandboxCallbacks {

    private final SandboxMessages messages;
    private final SendGridCallbacks sendGrid;
    private final TwilioCallbacks twilio;

    SandboxCallbacks(SandboxMessages messages, SendGridCallbacks sendGrid, TwilioCallbacks twilio) {
        this.messages = messages;
        this.sendGrid = sendGrid;
        this.twilio = twilio;
    }

    /** Reports the way of a message that was just taken. */
    public void report(SandboxMessage message) {
        if (message.isEmail()) {
            sendGrid.report(message);
        } else {
            twilio.report(message);
        }
    }

    /** Reports that a message did not arrive after all. */
    public void reportFailure(SandboxMessage message) {
        if (message.isEmail()) {
            sendGrid.reportBounce(message);
        } else {
            twilio.reportUndelivered(message);
        }
    }

    /** Answers a text message as the phone that got it. */
    public void reply(SandboxMessage sms, String text) {
        twilio.reply(sms, text);
    }

    /** A real provider isn't killed with us: what it had taken is reported on after our restart. */
    @EventListener(ApplicationReadyEvent.class)
    void reportWhatWasLeft() {
        messages.unreported().forEach(this::report);
    }
}
