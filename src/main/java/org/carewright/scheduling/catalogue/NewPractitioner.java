package org.carewright.scheduling.catalogue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * Someone who begins to see patients.
 *
 * @param accountId their login, or null
 * @param title as patients read it, e.g. {@code PT, DPT}
 * @param hours weekly wall-clock hours in the location's zone
 * @param pauses weekly breaks, taken out of the hours
 * @param position their place in lists
 */
public record NewPractitioner(
        UUID accountId, String name, String title, List<Window> hours, List<Window> pauses, int position) {

    public NewPractitioner {
        hours = List.copyOf(hours);
        pauses = List.copyOf(pauses);
    }

    /** A stretch of a weekday, wall clock. */
    public record Window(DayOfWeek weekday, LocalTime from, LocalTime to) {}
}
