package org.carewright.scheduling.setup;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * Someone who sees patients, with their week.
 *
 * @param hours weekly hours in the location's zone, from Monday on
 * @param pauses weekly breaks, taken out of the hours
 */
public record WorkingPractitioner(UUID id, String name, String title, List<Hours> hours, List<Hours> pauses) {

    /** A stretch of a weekday, wall clock. */
    public record Hours(DayOfWeek weekday, LocalTime from, LocalTime to) {}
}
