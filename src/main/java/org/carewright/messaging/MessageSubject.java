package org.carewright.messaging;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a message is about.
 *
 * @param patientId who gets it
 * @param placeholders values for templates, already in words for the patient's language and zone, e.g. {@code start}
 * @param invite the calendar entry to send along, or null
 * @param files that go with a mail, see {@link MessageFiles}
 */
public record MessageSubject(
        UUID patientId, Map<String, String> placeholders, CalendarInvite invite, List<MessageFile> files) {

    /** Without files. */
    public MessageSubject(UUID patientId, Map<String, String> placeholders, CalendarInvite invite) {
        this(patientId, placeholders, invite, List.of());
    }

    MessageSubject with(List<MessageFile> added) {
        return new MessageSubject(patientId, placeholders, invite, added);
    }
}
