package org.carewright.scheduling.availability;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Days on which a location is closed, the last one included.
 *
 * @param locationId or null for the whole clinic
 */
public record Closure(UUID locationId, LocalDate firstDay, LocalDate lastDay) {

    boolean covers(UUID location, LocalDate date) {
        return (locationId == null || locationId.equals(location))
                && !date.isBefore(firstDay)
                && !date.isAfter(lastDay);
    }
}
