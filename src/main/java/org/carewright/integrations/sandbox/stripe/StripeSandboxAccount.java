package org.carewright.integrations.sandbox.stripe;

/** An account at Stripe's sandbox. @param webhookPath where on our side its events go */
public record StripeSandboxAccount(String apiKey, String webhookSecret, String webhookPath) {

    /** Without secrets. */
    @Override
    public String toString() {
        return "StripeSandboxAccount[" + webhookPath + "]";
    }
}
