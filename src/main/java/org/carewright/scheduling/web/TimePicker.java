package org.carewright.scheduling.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A week's days and one day's free times, in the visitor's zone.
 *
 * @param clinicZoneName the clinic's zone in words, or null when the visitor reads times in it anyway
 * @param previous first day of the week before, or null when there is nothing to see there
 * @param next first day of the week after, or null at the end of what can be booked
 * @param selected the day whose times are shown, or null when the week has none
 * @param nextFree the next day with a free time, looked for only when the week has none; or null
 */
record TimePicker(
        ZoneId zone,
        String zoneName,
        String clinicZoneName,
        LocalDate first,
        LocalDate previous,
        LocalDate next,
        List<Day> days,
        LocalDate selected,
        List<Part> parts,
        LocalDate nextFree) {

    /** A day of the week and how many times are free on it. */
    record Day(LocalDate date, int free) {}

    /** Part of a day: {@code night} (before six), {@code morning}, {@code afternoon} or {@code evening}. */
    record Part(String code, List<Time> times) {}

    /** A free start; {@code clinicTime} is the same moment on the clinic's clock, null when it reads the same. */
    record Time(Instant start, String time, String clinicTime) {

        /** The moment as a parameter. */
        public String value() {
            return start.toString();
        }
    }
}
