package org.carewright.messaging;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A visit as a calendar entry (SCH-13). No health information in the summary.
 *
 * @param uid stable for the visit's whole life
 * @param sequence grows with each change (RFC 5546)
 * @param cancelled whether the entry takes the visit back
 */
public record CalendarInvite(
        String uid,
        int sequence,
        boolean cancelled,
        Instant start,
        Instant end,
        ZoneId zone,
        String summary,
        String location,
        String url) {}
