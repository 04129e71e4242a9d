package org.carewright.scheduling.slots;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.shared.problem.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a start free while someone fills in the form (SCH-4). Runs its own transactions, not in a caller's. */
@Service
public class HoldService {

    /** How long a start is kept free (design §10). */
    public static final Duration HOLD_TIME = Duration.ofMinutes(5);

    private static final int SWEPT_AT_ONCE = 20;

    private final AvailabilityService availability;
    private final ReservationService reservations;
    private final HoldMapper holds;
    private final ReservationMapper reservationRows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HoldService(
            AvailabilityService availability,
            ReservationService reservations,
            HoldMapper holds,
            ReservationMapper reservationRows,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.availability = availability;
        this.reservations = reservations;
        this.holds = holds;
        this.reservationRows = reservationRows;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Holds a start for {@link #HOLD_TIME}, with the practitioner asked for or any who is free.
     *
     * @throws ProblemException 409 {@code slot_taken} with {@code alternatives} when the start isn't offered
     */
    @Transactional(propagation = Propagation.NEVER)
    public Hold hold(ServiceOffer service, Optional<UUID> practitionerId, Instant start) {
        return tryHold(service, practitionerId, start)
                .orElseThrow(() -> availability.slotTaken(service, practitionerId, start));
    }

    private Optional<Hold> tryHold(ServiceOffer service, Optional<UUID> practitionerId, Instant start) {
        try {
            return transaction.execute(status -> {
                sweep();
                return availability
                        .place(service, practitionerId, start, Except.NONE)
                        .map(placement -> reservations.reserveForHold(service, placement));
            });
        } catch (SlotTakenException e) {
            return Optional.empty();
        }
    }

    /** Whoever holds clears away a few that nobody came back for; those in another transaction's hands are left to it. */
    private void sweep() {
        var now = clock.instant();
        holds.deleteSomeExpired(now, SWEPT_AT_ONCE);
        var abandoned = reservationRows.lockSomePastSessions(now, SWEPT_AT_ONCE);
        if (!abandoned.isEmpty()) {
            reservationRows.deleteIfEmpty(abandoned);
        }
    }
}
