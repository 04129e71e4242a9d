package org.carewright.integrations.sandbox.razorpay;

/**
 * A merchant's account at the sandbox.
 *
 * @param keyId {@code rzp_test_…}
 * @param keySecret opens the API and signs what the page to pay on hands back
 * @param webhookSecret signs webhooks, and nothing else
 * @param accountId {@code acc_…}, as told in webhooks
 * @param webhookPath path of ours to which its webhooks go
 */
public record RazorpaySandboxAccount(
        String keyId, String keySecret, String webhookSecret, String accountId, String webhookPath) {}
