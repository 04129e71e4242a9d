package org.carewright.integrations.email;

import java.util.List;
import java.util.UUID;

/**
 * One e-mail to one person.
 *
 * @param effectId travels with the message and comes back with the provider's status callbacks
 * @param attachments e.g. the iCalendar invite
 */
public record OutgoingEmail(
        UUID effectId,
        String fromName,
        String fromAddress,
        String replyTo,
        String toName,
        String toAddress,
        String subject,
        String text,
        String html,
        List<Attachment> attachments) {

    /** @param contentType with parameters, e.g. {@code text/calendar; method=REQUEST; charset=UTF-8} */
    public record Attachment(String fileName, String contentType, byte[] content) {}
}
