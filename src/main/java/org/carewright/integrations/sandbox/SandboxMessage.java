package org.carewright.integrations.sandbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that a sandbox provider took.
 *
 * @param providerRef the provider's id: SendGrid's {@code X-Message-Id}, Twilio's SID
 * @param body the text part, or the text message
 * @param html null for text messages
 * @param attachments JSON array of {@code {filename, type, content}}, content in base64
 * @param headers JSON object of the custom arguments (SendGrid)
 * @param callbackUrl where Twilio reports the status; null for mail
 * @param status {@code accepted} or {@code queued} until reported on, then the provider's last word
 * @param raw JSON of what was received
 */
public record SandboxMessage(
        UUID id,
        String provider,
        String providerRef,
        Instant receivedAt,
        String sender,
        String recipient,
        String subject,
        String body,
        String html,
        String attachments,
        String headers,
        String effectId,
        String callbackUrl,
        String status,
        String raw) {

    /** Whether it is mail, not a text message. */
    public boolean isEmail() {
        return SandboxAccounts.SENDGRID.equals(provider);
    }
}
