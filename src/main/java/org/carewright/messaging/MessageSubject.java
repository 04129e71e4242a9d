package org.carewright.messaging;

import java.util.Map;
import java.util.UUID;

/**
 * What a message is about.
 *
 * @param patientId who gets it
 * @param placeholders values for templates, already in words for the patient's language and zone, e.g. {@code start}
 * @param invite the calendar entry to send along, or null
 */
public record MessageSubject(UUID patientId, Map<String, String> placeholders, CalendarInvite invite) {}
