package org.carewright.scheduling.slots;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.clinics.ClinicLocation;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.availability.AvailabilityQuestion;
import org.carewright.scheduling.availability.BusyTimes;
import org.carewright.scheduling.availability.PractitionerCalendar;
import org.carewright.scheduling.availability.Site;
import org.carewright.scheduling.availability.VisitRules;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.scheduling.slots.AvailabilityMapper.BusyRow;
import org.carewright.scheduling.slots.AvailabilityMapper.CandidateRow;
import org.carewright.scheduling.slots.AvailabilityMapper.HoursRow;
import org.carewright.scheduling.slots.AvailabilityMapper.Period;
import org.carewright.scheduling.slots.AvailabilityMapper.ResourceRow;
import org.carewright.scheduling.slots.AvailabilityMapper.SessionRow;
import org.carewright.scheduling.slots.AvailabilityMapper.VisitsRow;
import org.springframework.stereotype.Component;

/** Reads what the calculator needs, in five statements, two more for limits and groups, however many practitioners, days and visits there are. */
@Component
class AvailabilityReader {

    /** The longest a visit with its buffers blocks anyone: 12 hours and 4 on each side. */
    private static final Duration LONGEST_BLOCK = Duration.ofHours(20);

    private static final Duration LONGEST_BUFFER = Duration.ofHours(4);

    private final AvailabilityMapper availability;
    private final ClinicService clinics;

    AvailabilityReader(AvailabilityMapper availability, ClinicService clinics) {
        this.availability = availability;
        this.clinics = clinics;
    }

    /** Who and what may serve: the practitioners in the clinic's order, the service's rooms and equipment. */
    record Candidates(List<CandidateRow> practitioners, List<ResourceRow> resources) {

        List<UUID> practitionerIds() {
            return practitioners.stream().map(CandidateRow::id).toList();
        }

        List<UUID> takenIds() {
            return Stream.concat(practitionerIds().stream(), resources.stream().map(ResourceRow::id))
                    .toList();
        }

        boolean limited(ServiceOffer service) {
            return service.perDayLimit() != null || practitioners.stream().anyMatch(p -> p.perDayLimit() != null);
        }
    }

    /**
     * A search.
     *
     * @param bookedAt the moment notice and horizon count from
     * @param now the moment holds expire by
     * @param counting whether visits are counted although no limit asks for it
     */
    record Wanted(ServiceOffer service, Instant bookedAt, Instant now, Except except, boolean counting) {}

    /** What was read, and the question made of it. */
    record Read(
            AvailabilityQuestion question,
            Candidates candidates,
            List<ClinicLocation> locations,
            Map<UUID, BusyTimes> busy,
            List<VisitsRow> visits,
            List<SessionRow> sessions) {}

    Candidates candidates(ServiceOffer service, UUID practitionerId) {
        var practitioners = availability.candidates(service.id(), practitionerId);
        return new Candidates(practitioners, availability.resources(service.id()));
    }

    /** @param from first local day in each location's zone; {@code to} is the last */
    Read read(LocalDate from, LocalDate to, Wanted wanted, Candidates candidates) {
        return read(new Days(from, to), clinics.locations(), wanted, candidates);
    }

    /** What is needed to judge a visit beginning at {@code start}: the day it has in the locations' zones. */
    Read readAt(Instant start, Wanted wanted, Candidates candidates) {
        var locations = clinics.locations();
        var days = locations.stream()
                .map(location -> start.atZone(location.timeZone()).toLocalDate())
                .sorted()
                .toList();
        return read(new Days(days.get(0), days.get(days.size() - 1)), locations, wanted, candidates);
    }

    private record Days(LocalDate from, LocalDate to) {}

    private Read read(Days days, List<ClinicLocation> locations, Wanted wanted, Candidates candidates) {
        var service = wanted.service();
        var ids = candidates.practitionerIds().toArray(UUID[]::new);
        var period = period(days, wanted, locations);
        var hours = availability.hours(ids, days.from(), days.to().plusDays(1));
        var busyRows = availability.busy(candidates.takenIds().toArray(UUID[]::new), period);
        var busy = busyTimes(busyRows, false);
        var timeOff = busyTimes(busyRows, true);
        var visits = wanted.counting() || candidates.limited(service)
                ? availability.visits(ids, service.id(), period)
                : List.<VisitsRow>of();
        var sessions = service.isGroup()
                ? availability.sessionsWithSeatsLeft(service.id(), ids, period)
                : List.<SessionRow>of();
        var question = new AvailabilityQuestion(
                rules(service),
                days.from(),
                days.to(),
                wanted.bookedAt(),
                sites(locations, candidates.resources(), service, busy),
                HoursAssembly.closures(hours),
                calendars(candidates, hours, busy, timeOff, visits, sessions),
                starts(visits.stream().filter(row -> row.serviceId().equals(service.id()))));
        return new Read(question, candidates, locations, busy, visits, sessions);
    }

    /** From the first midnight asked for, wherever it comes first, to what a visit at the end of the last day blocks. */
    private static Period period(Days days, Wanted wanted, List<ClinicLocation> locations) {
        var midnights = locations.stream()
                .map(location -> days.from().atStartOfDay(location.timeZone()).toInstant());
        var ends = locations.stream()
                .map(location ->
                        days.to().plusDays(1).atStartOfDay(location.timeZone()).toInstant());
        return new Period(
                midnights
                        .min(naturalOrder())
                        .orElse(wanted.now())
                        .minus(LONGEST_BLOCK)
                        .minus(LONGEST_BUFFER),
                ends.max(naturalOrder()).orElse(wanted.now()).plus(LONGEST_BLOCK),
                wanted.now(),
                wanted.except().holdId(),
                wanted.except().appointmentId());
    }

    private static VisitRules rules(ServiceOffer service) {
        return new VisitRules(
                service.durationMinutes(),
                service.beforeMinutes(),
                service.afterMinutes(),
                service.stepMinutes(),
                service.noticeMinutes(),
                service.horizonDays(),
                service.perDayLimit());
    }

    private static Map<UUID, BusyTimes> busyTimes(List<BusyRow> rows, boolean timeOff) {
        return rows.stream()
                .filter(row -> row.timeOff() == timeOff)
                .collect(toMap(BusyRow::takenId, row -> BusyTimes.ofSeconds(row.busyFrom(), row.busyTo())));
    }

    /** A location at which a piece of the needed equipment is out of use, or that has none of it, is left out. */
    private static List<Site> sites(
            List<ClinicLocation> locations,
            List<ResourceRow> resources,
            ServiceOffer service,
            Map<UUID, BusyTimes> busy) {
        var needsEquipment = resources.stream().anyMatch(row -> !row.room());
        var sites = new ArrayList<Site>();
        for (var location : locations) {
            var here = resources.stream()
                    .filter(row -> row.locationId().equals(location.id()))
                    .toList();
            var equipment = here.stream().filter(row -> !row.room()).toList();
            var missing =
                    needsEquipment && equipment.isEmpty() || equipment.stream().anyMatch(row -> !row.active());
            if (!missing) {
                var rooms =
                        here.stream().filter(row -> row.room() && row.active()).toList();
                sites.add(new Site(
                        location.id(),
                        location.timeZone(),
                        service.needsRoom(),
                        times(rooms, busy),
                        times(equipment, busy)));
            }
        }
        return sites;
    }

    private static List<BusyTimes> times(List<ResourceRow> rows, Map<UUID, BusyTimes> busy) {
        return rows.stream()
                .map(row -> busy.getOrDefault(row.id(), BusyTimes.NONE))
                .toList();
    }

    private static List<PractitionerCalendar> calendars(
            Candidates candidates,
            List<HoursRow> hours,
            Map<UUID, BusyTimes> busy,
            Map<UUID, BusyTimes> timeOff,
            List<VisitsRow> visits,
            List<SessionRow> sessions) {
        var hoursOf = hours.stream().filter(row -> !row.isClosure()).collect(groupingBy(HoursRow::practitionerId));
        return candidates.practitioners().stream()
                .map(practitioner -> new PractitionerCalendar(
                        practitioner.id(),
                        HoursAssembly.of(hoursOf.getOrDefault(practitioner.id(), List.of())),
                        practitioner.perDayLimit(),
                        timeOff.getOrDefault(practitioner.id(), BusyTimes.NONE),
                        busy.getOrDefault(practitioner.id(), BusyTimes.NONE),
                        starts(visits.stream()
                                .filter(row -> row.practitionerId().equals(practitioner.id()))),
                        openSessions(sessions, practitioner.id())))
                .toList();
    }

    private static List<Instant> starts(Stream<VisitsRow> rows) {
        return rows.flatMap(VisitsRow::visits).toList();
    }

    private static Set<Instant> openSessions(List<SessionRow> sessions, UUID practitionerId) {
        return sessions.stream()
                .filter(row -> row.practitionerId().equals(practitionerId))
                .map(SessionRow::startsAt)
                .collect(toSet());
    }
}
