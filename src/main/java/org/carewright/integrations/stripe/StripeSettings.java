package org.carewright.integrations.stripe;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's own Stripe account, for clinics that have none. Without an API key the sandbox plays Stripe, where it
 * is on.
 *
 * @param baseUrl where the API is; blank means Stripe itself
 * @param apiKey a secret or restricted key
 * @param webhookSecret the webhook endpoint's signing secret
 */
@ConfigurationProperties("carewright.integrations.stripe")
record StripeSettings(
        @DefaultValue("") String baseUrl, @DefaultValue("") String apiKey, @DefaultValue("") String webhookSecret) {

    /** Refuses to start with an account whose events could be signed by anyone. */
    StripeSettings {
        if (!apiKey.isBlank() && webhookSecret.isBlank()) {
            throw new IllegalArgumentException(
                    "CAREWRIGHT_INTEGRATIONS_STRIPE_WEBHOOK_SECRET is missing: with an API key it must be set, as"
                            + " otherwise no event could be believed");
        }
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "StripeSettings[configured=" + !apiKey.isBlank() + "]";
    }
}
