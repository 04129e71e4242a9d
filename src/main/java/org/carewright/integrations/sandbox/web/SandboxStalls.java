package org.carewright.integrations.sandbox.web;

import org.carewright.integrations.sandbox.ConditionalOnSandbox;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.SandboxMessages;
import org.springframework.stereotype.Component;

/** Holds an answer back when asked to: the message is taken and reported on, but the caller may have gone. */
@Component
@ConditionalOnSandbox
public class SandboxStalls {

    private final SandboxMessages messages;

    SandboxStalls(SandboxMessages messages) {
        this.messages = messages;
    }

    /** Waits as long as the next fault of that provider says. */
    public void stall(String provider) {
        var milliseconds = messages.takeFault(provider, Kind.STALL).orElse(0);
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
