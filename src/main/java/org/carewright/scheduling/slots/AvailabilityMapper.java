package org.carewright.scheduling.slots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AvailabilityMapper {

    List<CandidateRow> candidates(UUID serviceId, UUID practitionerId);

    List<ResourceRow> resources(UUID serviceId);

    /** Practitioners' hours, and the clinic's closures. */
    List<HoursRow> hours(UUID[] practitionerIds, LocalDate from, LocalDate to);

    List<BusyRow> busy(UUID[] takenIds, Period period);

    List<VisitsRow> visits(UUID[] practitionerIds, UUID serviceId, Period period);

    List<SessionRow> sessionsWithSeatsLeft(UUID serviceId, UUID[] practitionerIds, Period period);

    /**
     * What is looked at.
     *
     * @param now holds that have expired by then don't count
     * @param exceptHold or null
     * @param exceptAppointment or null
     */
    record Period(Instant from, Instant to, Instant now, UUID exceptHold, UUID exceptAppointment) {}

    record CandidateRow(UUID id, Integer perDayLimit) {}

    record ResourceRow(UUID id, UUID locationId, boolean room, boolean active) {}

    /**
     * Arrays of the same length, an element for each window, break or closure.
     *
     * @param kind {@code weekly}, {@code override}, {@code pause} or {@code closure}
     * @param practitionerId null for a closure
     * @param locationId null for a pause, and for a closure of the whole clinic
     * @param days weekdays from 1, of overrides days since the epoch, of closures none
     * @param fromMinutes of the day, of closures the first days since the epoch
     * @param toMinutes of the day, the same as {@code fromMinutes} for an override without hours; of closures the last
     *     days since the epoch
     */
    record HoursRow(
            String kind, UUID practitionerId, UUID locationId, long[] days, long[] fromMinutes, long[] toMinutes) {

        boolean isClosure() {
            return kind.equals("closure");
        }
    }

    /** Seconds since the epoch, in order of {@code busyFrom}. */
    record BusyRow(UUID takenId, boolean timeOff, long[] busyFrom, long[] busyTo) {}

    /**
     * Starts of a practitioner's visits of a service, seconds since the epoch.
     *
     * @param grouped whether all patients of one start share one visit
     */
    record VisitsRow(UUID practitionerId, UUID serviceId, boolean grouped, long[] starts) {

        /** The starts of visits, each as often as there are visits. */
        Stream<Instant> visits() {
            var all = Arrays.stream(starts);
            return (grouped ? all.distinct() : all).mapToObj(Instant::ofEpochSecond);
        }
    }

    record SessionRow(UUID practitionerId, Instant startsAt, UUID roomId) {}
}
