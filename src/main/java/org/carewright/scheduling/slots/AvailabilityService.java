package org.carewright.scheduling.slots;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.availability.AvailabilityCalculator;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.scheduling.slots.AvailabilityMapper.CandidateRow;
import org.carewright.scheduling.slots.AvailabilityReader.Candidates;
import org.carewright.scheduling.slots.AvailabilityReader.Wanted;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a service of the clinic in scope can be booked (SCH-3), by the rules of design §10. A search costs a constant
 * number of statements and looks at the days asked for only, so it doesn't grow with the clinic's past.
 */
@Service
public class AvailabilityService {

    /** The longest search, first and last day included. */
    public static final int MAX_DAYS = 62;

    /** How many next free starts a refused booking is offered. */
    public static final int ALTERNATIVES = 5;

    private static final int FIRST_LOOK_DAYS = 7;

    private final AvailabilityReader reader;
    private final PlacementChooser chooser;
    private final BookingLocks locks;
    private final HoldMapper holds;
    private final ClinicService clinics;
    private final Clock clock;

    AvailabilityService(
            AvailabilityReader reader,
            PlacementChooser chooser,
            BookingLocks locks,
            HoldMapper holds,
            ClinicService clinics,
            Clock clock) {
        this.reader = reader;
        this.chooser = chooser;
        this.locks = locks;
        this.holds = holds;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Like {@link #search(ServiceOffer, Optional, LocalDate, LocalDate, Except)}, with every reservation in the way. */
    @Transactional(readOnly = true)
    public List<Slot> search(ServiceOffer service, Optional<UUID> practitionerId, LocalDate from, LocalDate to) {
        return search(service, practitionerId, from, to, Except.NONE);
    }

    /**
     * The starts offered on those days, by time; without a practitioner all practitioners' starts, those of one time in
     * the clinic's order.
     *
     * @param from first local day in each location's zone
     * @param to last local day, included
     * @throws ProblemException 422 {@code invalid_request} when {@code to} is before {@code from} or the search is
     *     longer than {@link #MAX_DAYS}
     */
    @Transactional(readOnly = true)
    public List<Slot> search(
            ServiceOffer service, Optional<UUID> practitionerId, LocalDate from, LocalDate to, Except except) {
        var days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MAX_DAYS) {
            var error = Map.of("field", "to", "code", days < 1 ? "before_from" : "too_long");
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "invalid_request", Map.of("errors", List.of(error)));
        }
        var candidates = reader.candidates(service, practitionerId.orElse(null));
        if (candidates.practitioners().isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var read = reader.read(from, to, new Wanted(service, now, now, except, false), candidates);
        return AvailabilityCalculator.offers(read.question()).stream()
                .map(offer -> new Slot(offer.start(), offer.end(), offer.practitionerId()))
                .toList();
    }

    /**
     * The next {@code count} starts from {@code after} on, at most {@link #MAX_DAYS} days ahead; without a practitioner
     * each time once, with the first practitioner who is free then.
     */
    @Transactional(readOnly = true)
    public List<Slot> nextFree(ServiceOffer service, Optional<UUID> practitionerId, Instant after, int count) {
        var now = clock.instant();
        var begin = after.isBefore(now) ? now : after;
        // The day in the westernmost zone; starts before the moment are left out below.
        var first = begin.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
        var soon = next(search(service, practitionerId, first, first.plusDays(FIRST_LOOK_DAYS)), begin, count);
        return soon.size() == count
                ? soon
                : next(search(service, practitionerId, first, first.plusDays(MAX_DAYS - 1L)), begin, count);
    }

    private static List<Slot> next(List<Slot> slots, Instant begin, int count) {
        var times = new HashSet<Instant>();
        return slots.stream()
                .filter(slot -> !slot.start().isBefore(begin) && times.add(slot.start()))
                .limit(count)
                .toList();
    }

    /**
     * The answer to someone whose start has gone: 409 {@code slot_taken} with the next free starts as
     * {@code alternatives}. Call it outside the transaction that failed.
     */
    @Transactional(readOnly = true)
    public ProblemException slotTaken(ServiceOffer service, Optional<UUID> practitionerId, Instant start) {
        var zone = clinics.current().timeZone();
        var alternatives = nextFree(service, practitionerId, start, ALTERNATIVES).stream()
                .map(slot -> SlotView.of(slot, zone))
                .toList();
        return new ProblemException(HttpStatus.CONFLICT, "slot_taken", Map.of("alternatives", alternatives));
    }

    /**
     * Who, where and what would serve the visit at exactly this start, if it is offered now. Whoever might serve it is
     * locked until the transaction ends, so what is found free stays free for the caller to reserve.
     *
     * <p>Of any practitioners the one with the fewest visits that day is chosen, then the first in the clinic's order;
     * for a group service one whose group has begun to fill. A booking from a live hold is measured by the time the
     * hold was made: filling in the form doesn't use up the notice.
     *
     * @return empty when the start isn't offered (any more)
     * @throws SlotTakenException when two bookings waited for each other; the transaction must roll back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Placement> place(
            ServiceOffer service, Optional<UUID> practitionerId, Instant start, Except except) {
        var candidates = reader.candidates(service, practitionerId.orElse(null));
        if (candidates.practitioners().isEmpty()) {
            return Optional.empty();
        }
        locks.lock(
                candidates.takenIds(),
                chooser.blockedFrom(service, start),
                chooser.blockedTo(service, start),
                limited(service, candidates));
        var now = clock.instant();
        var bookedAt = heldSince(except, now).orElse(now);
        var counting = candidates.practitioners().size() > 1;
        var read = reader.readAt(start, new Wanted(service, bookedAt, now, except, counting), candidates);
        var offers = AvailabilityCalculator.offers(read.question()).stream()
                .filter(offer -> offer.start().equals(start))
                .toList();
        return chooser.choose(service, read, offers);
    }

    /**
     * Who, where and what serves a visit that staff force onto a time, whatever the hours and whatever is taken. The
     * caller records the override and reserves with {@code overbook}.
     *
     * @throws ProblemException 404 when the practitioner doesn't give this service
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Placement placeAnyway(ServiceOffer service, UUID practitionerId, Instant start) {
        var candidates = reader.candidates(service, practitionerId);
        if (candidates.practitioners().isEmpty()) {
            throw ProblemException.notFound();
        }
        var now = clock.instant();
        var read = reader.readAt(start, new Wanted(service, now, now, Except.NONE, false), candidates);
        return chooser.force(service, read, start);
    }

    private Optional<Instant> heldSince(Except except, Instant now) {
        return Optional.ofNullable(except.holdId())
                .map(holds::byId)
                .filter(hold -> hold.expiresAt().isAfter(now))
                .map(hold -> hold.expiresAt().minus(HoldService.HOLD_TIME));
    }

    private static List<UUID> limited(ServiceOffer service, Candidates candidates) {
        var limited = new ArrayList<UUID>();
        if (service.perDayLimit() != null) {
            limited.add(service.id());
        }
        candidates.practitioners().stream()
                .filter(practitioner -> practitioner.perDayLimit() != null)
                .map(CandidateRow::id)
                .forEach(limited::add);
        return limited;
    }
}
