package org.carewright.audit.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.carewright.audit.AuditFilter;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filter as a page's address holds it; days are the clinic's, both included.
 *
 * @param emergency only what was done under emergency access
 */
record AuditQuery(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
        UUID actor,
        UUID patient,
        String action,
        String outcome,
        Boolean emergency) {

    AuditFilter filter(ZoneId zone) {
        return new AuditFilter(
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                actor,
                patient,
                blankToNull(action),
                blankToNull(outcome),
                Boolean.TRUE.equals(emergency));
    }

    /** Whether everything is wanted; asked by the page. */
    public boolean isEmpty() {
        return from == null
                && to == null
                && actor == null
                && patient == null
                && blankToNull(action) == null
                && blankToNull(outcome) == null
                && !Boolean.TRUE.equals(emergency);
    }

    /** The address of a page with this filter. @param before the event after which it begins, or null */
    String address(String path, String before) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "from", from);
        add(address, "to", to);
        add(address, "actor", actor);
        add(address, "patient", patient);
        add(address, "action", blankToNull(action));
        add(address, "outcome", blankToNull(outcome));
        add(address, "emergency", Boolean.TRUE.equals(emergency) ? true : null);
        add(address, "before", before);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
