package org.carewright.patients.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One thing on a patient's timeline (CARE-1).
 *
 * @param at when it happens or happened
 * @param kind message key part and icon, e.g. {@code appointment}: its text is {@code timeline.<kind>}
 * @param id of the thing itself; with {@code at} it gives the order
 * @param arguments for the text, e.g. the service's name; a {@link org.springframework.context.MessageSourceResolvable} is
 *     shown in the reader's language
 * @param status message key of where it stands, shown as a badge; null for none
 * @param page where to see it, a path on this server; null for none
 */
public record TimelineEntry(Instant at, String kind, UUID id, List<Object> arguments, String status, String page) {}
