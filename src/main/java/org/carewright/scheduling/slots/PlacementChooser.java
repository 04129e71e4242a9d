package org.carewright.scheduling.slots;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.clinics.ClinicLocation;
import org.carewright.scheduling.availability.BusyTimes;
import org.carewright.scheduling.availability.Offer;
import org.carewright.scheduling.availability.Window;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.scheduling.slots.AvailabilityMapper.ResourceRow;
import org.carewright.scheduling.slots.AvailabilityMapper.SessionRow;
import org.carewright.scheduling.slots.AvailabilityMapper.VisitsRow;
import org.carewright.scheduling.slots.AvailabilityReader.Read;
import org.springframework.stereotype.Component;

/** Of those who could serve a visit, chooses who and what does. */
@Component
class PlacementChooser {

    Instant blockedFrom(ServiceOffer service, Instant start) {
        return start.minus(Duration.ofMinutes(service.beforeMinutes()));
    }

    Instant blockedTo(ServiceOffer service, Instant start) {
        return start.plus(Duration.ofMinutes(service.durationMinutes() + service.afterMinutes()));
    }

    /** The best of the offers, all of one start; fills a begun group first, then spreads the day's visits evenly. */
    Optional<Placement> choose(ServiceOffer service, Read read, List<Offer> offers) {
        var order = read.candidates().practitionerIds();
        return offers.stream()
                .min(Comparator.<Offer, Boolean>comparing(
                                offer -> session(read, offer).isEmpty())
                        .thenComparing(offer -> visitsOfDay(read, offer))
                        .thenComparing(offer -> order.indexOf(offer.practitionerId())))
                .map(offer -> placement(service, read, offer));
    }

    /** The practitioner at this start, at the location of the day's hours, in a free room if there is one. */
    Placement force(ServiceOffer service, Read read, Instant start) {
        var practitioner = read.question().practitioners().get(0);
        var location = read.locations().stream()
                .filter(candidate -> worksAt(read, candidate, start))
                .findFirst()
                .orElseGet(() -> read.locations().get(0));
        var end = start.plus(Duration.ofMinutes(service.durationMinutes()));
        var offer = new Offer(start, end, practitioner.practitionerId(), location.id());
        return placement(service, read, offer);
    }

    private static boolean worksAt(Read read, ClinicLocation location, Instant start) {
        var hours = read.question().practitioners().get(0).hours();
        var date = start.atZone(location.timeZone()).toLocalDate();
        var windows = hours.overrides().getOrDefault(date, hours.weekly().getOrDefault(date.getDayOfWeek(), List.of()));
        return windows.stream().map(Window::locationId).anyMatch(location.id()::equals);
    }

    private Placement placement(ServiceOffer service, Read read, Offer offer) {
        var from = blockedFrom(service, offer.start());
        var to = blockedTo(service, offer.start());
        var here = read.candidates().resources().stream()
                .filter(row -> row.locationId().equals(offer.locationId()) && row.active())
                .toList();
        var room = session(read, offer)
                .map(SessionRow::roomId)
                .or(() -> service.needsRoom() ? room(read, here, from, to) : Optional.empty());
        var taken = new ArrayList<UUID>();
        room.ifPresent(taken::add);
        here.stream().filter(row -> !row.room()).map(ResourceRow::id).forEach(taken::add);
        return new Placement(
                offer.practitionerId(),
                offer.locationId(),
                room.orElse(null),
                List.copyOf(taken),
                offer.start(),
                offer.end(),
                from,
                to);
    }

    private static Optional<UUID> room(Read read, List<ResourceRow> here, Instant from, Instant to) {
        var rooms = here.stream().filter(ResourceRow::room).map(ResourceRow::id).toList();
        var free = rooms.stream()
                .filter(id -> !read.busy().getOrDefault(id, BusyTimes.NONE).meets(from, to))
                .findFirst();
        return free.or(() -> rooms.stream().findFirst());
    }

    private static Optional<SessionRow> session(Read read, Offer offer) {
        return read.sessions().stream()
                .filter(row -> row.practitionerId().equals(offer.practitionerId())
                        && row.startsAt().equals(offer.start()))
                .findFirst();
    }

    private static int visitsOfDay(Read read, Offer offer) {
        var zone = zone(read, offer.locationId());
        var date = offer.start().atZone(zone).toLocalDate();
        return (int) read.visits().stream()
                .filter(row -> row.practitionerId().equals(offer.practitionerId()))
                .flatMap(VisitsRow::visits)
                .filter(start -> start.atZone(zone).toLocalDate().equals(date))
                .count();
    }

    private static ZoneId zone(Read read, UUID locationId) {
        return read.locations().stream()
                .filter(location -> location.id().equals(locationId))
                .findFirst()
                .orElseThrow()
                .timeZone();
    }
}
