package org.carewright.scheduling.timing;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Date;
import org.carewright.clinics.Clinic;

/**
 * The moments of one visit that its process waits for.
 *
 * @param checkInOpensAt when the day of the visit begins in the clinic's zone
 * @param noShowAt when the grace time is over
 */
public record VisitTimes(Instant start, Instant checkInOpensAt, Instant noShowAt) {

    public static VisitTimes of(Instant start, Clinic clinic) {
        var day = start.atZone(clinic.timeZone()).toLocalDate();
        return new VisitTimes(
                start,
                day.atStartOfDay(clinic.timeZone()).toInstant(),
                start.plus(Duration.ofMinutes(clinic.graceMinutes())));
    }

    /**
     * The moment that lies {@code before} ahead of the visit: a period such as {@code P1D} is the same wall-clock time
     * that many days before, a duration such as {@code PT3H} is elapsed time (design §10).
     *
     * @throws java.time.format.DateTimeParseException when {@code before} is neither
     */
    static Instant ahead(Instant start, String before, ZoneId zone) {
        return before.startsWith("PT")
                ? start.minus(Duration.parse(before))
                : start.atZone(zone).minus(Period.parse(before)).toInstant();
    }

    public Date startDate() {
        return Date.from(start);
    }

    public Date checkInOpensDate() {
        return Date.from(checkInOpensAt);
    }

    public Date noShowDate() {
        return Date.from(noShowAt);
    }
}
