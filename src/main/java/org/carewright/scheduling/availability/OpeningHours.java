package org.carewright.scheduling.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * When a practitioner works.
 *
 * @param weekly windows per weekday
 * @param overrides dates on which other windows hold, an empty list for none at all; such a date knows neither the
 *     weekday's windows, at whichever location, nor its breaks
 * @param breaks per weekday, taken out of the weekly windows; the time after a break is a window of its own
 */
public record OpeningHours(
        Map<DayOfWeek, List<Window>> weekly,
        Map<LocalDate, List<Window>> overrides,
        Map<DayOfWeek, List<WallClockRange>> breaks) {

    List<Window> windows(LocalDate date) {
        var override = overrides.get(date);
        return override != null ? override : weekly.getOrDefault(date.getDayOfWeek(), List.of());
    }

    List<WallClockRange> breaksOn(LocalDate date) {
        return overrides.containsKey(date) ? List.of() : breaks.getOrDefault(date.getDayOfWeek(), List.of());
    }
}
