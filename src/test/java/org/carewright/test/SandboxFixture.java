package org.carewright.test;

import java.util.List;
import org.carewright.integrations.http.ProviderBreakers;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.SandboxMessage;
import org.carewright.integrations.sandbox.SandboxMessages;
import org.springframework.stereotype.Component;

/** What tests look up in the sandbox and the faults they ask it for. */
@Component
public class SandboxFixture {

    private static final List<String> PROVIDERS = List.of("sendgrid", "twilio", "stripe", "razorpay");

    private final SandboxMessages messages;
    private final ProviderBreakers breakers;
    private volatile boolean troubled;

    SandboxFixture(SandboxMessages messages, ProviderBreakers breakers) {
        this.messages = messages;
        this.breakers = breakers;
    }

    /** What that address or number got, newest first. */
    public List<SandboxMessage> sentTo(String recipient) {
        return messages.newest(recipient, 0);
    }

    /** The next call to that provider meets the fault. */
    public void fault(String provider, Kind kind, int value) {
        fault(provider, kind, value, 1);
    }

    /** The next calls to that provider meet the fault. */
    public void fault(String provider, Kind kind, int value, int times) {
        troubled = true;
        messages.addFault(provider, kind, value, times);
    }

    /**
     * Forgets the faults that were not met, and those that were: else it would depend on how many calls went well in the
     * minute before whether a provider is left alone now. After a test that asked for one it happens by itself.
     */
    public void clearFaults() {
        messages.clearFaults();
        PROVIDERS.forEach(provider -> breakers.of(provider).reset());
        troubled = false;
    }

    void afterTest() {
        if (troubled) {
            clearFaults();
        }
    }
}
