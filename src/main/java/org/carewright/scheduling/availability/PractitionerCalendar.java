package org.carewright.scheduling.availability;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is known of a practitioner's time.
 *
 * @param perDayLimit visits per day in the location's zone, or null for no limit
 * @param timeOff absences; they block like visits do and don't shift the grid
 * @param busy blocked ranges of visits, buffers included, and of unexpired holds
 * @param visits starts of the visits that count towards the limit
 * @param openSessions starts of group visits of this service that have a seat left: they stay offered although they
 *     block the practitioner
 */
public record PractitionerCalendar(
        UUID practitionerId,
        OpeningHours hours,
        Integer perDayLimit,
        BusyTimes timeOff,
        BusyTimes busy,
        List<Instant> visits,
        Set<Instant> openSessions) {}
