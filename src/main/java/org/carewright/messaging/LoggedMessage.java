package org.carewright.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as the log keeps it; neither address nor text.
 *
 * @param template code of a {@link org.carewright.messaging.text.MessageTemplate}
 * @param reason code of why it failed, was skipped or suppressed, else null
 * @param providerRef the provider's id for it, null as long as there is none
 */
public record LoggedMessage(
        UUID id,
        Channel channel,
        String template,
        MessageStatus status,
        String reason,
        String provider,
        String providerRef,
        Instant createdAt,
        Instant updatedAt) {}
