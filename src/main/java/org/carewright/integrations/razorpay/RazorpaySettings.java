package org.carewright.integrations.razorpay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's Razorpay account, for clinics without their own. Without an account the sandbox plays Razorpay, where it
 * is on.
 *
 * @param baseUrl where the API is, without {@code /v1}; blank means Razorpay itself, or this process's sandbox
 * @param keyId {@code rzp_live_…}, or {@code rzp_test_…} outside production
 * @param keySecret opens the API and signs what the page to pay on hands back
 * @param webhookSecret signs webhooks
 */
@ConfigurationProperties("carewright.integrations.razorpay")
record RazorpaySettings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String keyId,
        @DefaultValue("") String keySecret,
        @DefaultValue("") String webhookSecret) {

    /** @throws IllegalArgumentException for half an account: without secrets anybody could tell us that they paid */
    RazorpaySettings {
        if (!keyId.isBlank() && (keySecret.isBlank() || webhookSecret.isBlank())) {
            throw new IllegalArgumentException(
                    "CAREWRIGHT_INTEGRATIONS_RAZORPAY_KEY_ID needs"
                            + " CAREWRIGHT_INTEGRATIONS_RAZORPAY_KEY_SECRET and CAREWRIGHT_INTEGRATIONS_RAZORPAY_WEBHOOK_SECRET");
        }
    }

    boolean isConfigured() {
        return !keyId.isBlank();
    }

    /** Without secrets, as it could end in a log. */
    @Override
    public String toString() {
        return "RazorpaySettings[" + keyId + "]";
    }
}
