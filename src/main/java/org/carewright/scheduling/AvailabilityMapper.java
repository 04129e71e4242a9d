package org.carewright.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AvailabilityMapper {

    List<CandidateRow> candidates(UUID serviceId, UUID practitionerId);

    List<ResourceRow> resources(UUID serviceId);

    List<HoursRow> hours(Collection<UUID> practitionerIds, LocalDate from, LocalDate to);

    List<ClosureRow> closures(LocalDate from, LocalDate to);

    List<BusyRow> busy(Collection<UUID> takenIds, Period period);

    List<VisitsRow> visits(Collection<UUID> practitionerIds, UUID serviceId, Period period);

    List<SessionRow> sessionsWithSeatsLeft(UUID serviceId, Collection<UUID> practitionerIds, Period period);

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

    /** @param kind {@code weekly}, {@code override} or {@code pause}; minutes of the day, null for a closed override */
    record HoursRow(
            String kind,
            UUID practitionerId,
            UUID locationId,
            Integer weekday,
            LocalDate onDate,
            Integer fromMinute,
            Integer toMinute) {}

    record ClosureRow(UUID locationId, LocalDate firstDay, LocalDate lastDay) {}

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
