package org.carewright.scheduling.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * When a visit is, in words.
 *
 * @param clinicTime the same on the clinic's clock, null when it reads the same
 */
record VisitTime(String day, String time, String zoneName, String clinicTime, String clinicZoneName) {

    /** A moment on a reader's clock. */
    static String moment(ZonedDateTime time, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time);
    }

    static VisitTime of(Instant start, Instant end, ZoneId zone, ZoneId clinicZone, Locale locale) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        var here = start.atZone(zone);
        var there = start.atZone(clinicZone);
        var differs = !here.toLocalDateTime().equals(there.toLocalDateTime());
        var other =
                (here.toLocalDate().equals(there.toLocalDate()) ? "" : day.format(there) + ", ") + time.format(there);
        return new VisitTime(
                day.format(here),
                time.format(here) + " – " + time.format(end.atZone(zone)),
                VisitorZone.name(zone, locale),
                differs ? other : null,
                VisitorZone.name(clinicZone, locale));
    }
}
