package org.carewright.scheduling.slots;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds what serves the visit that someone books, from a free start, from their hold, or by force. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Placements {

    private final AvailabilityService availability;
    private final ReservationService reservations;

    Placements(AvailabilityService availability, ReservationService reservations) {
        this.availability = availability;
        this.reservations = reservations;
    }

    /**
     * What serves a visit at that start; a hold it comes from ends.
     *
     * @param practitionerId null for any; a hold has its own
     * @param holdId or null
     * @throws SlotTakenException when the start isn't offered (any more)
     * @throws ProblemException 410 {@code hold_expired} when there is no such hold of that service and start
     */
    public Placement forBooking(ServiceOffer service, UUID practitionerId, Instant start, UUID holdId) {
        if (holdId == null) {
            return availability
                    .place(service, Optional.ofNullable(practitionerId), start, Except.NONE)
                    .orElseThrow(SlotTakenException::new);
        }
        var hold = reservations
                .liveHold(holdId)
                .filter(held ->
                        held.serviceId().equals(service.id()) && held.startsAt().equals(start))
                .orElseThrow(() -> new ProblemException(HttpStatus.GONE, "hold_expired"));
        var placement = availability
                .place(service, Optional.of(hold.practitionerId()), start, Except.hold(hold.id()))
                .orElseThrow(SlotTakenException::new);
        reservations.takeHold(hold.id());
        return placement;
    }

    /** What serves a visit that staff force onto a time. @throws ProblemException 404, see {@link AvailabilityService#placeAnyway} */
    public Placement byForce(ServiceOffer service, UUID practitionerId, Instant start) {
        return availability.placeAnyway(service, practitionerId, start);
    }
}
