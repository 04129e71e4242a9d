package org.carewright.scheduling.slots;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.scheduling.slots.HoldMapper.HoldRow;
import org.carewright.scheduling.slots.ReservationMapper.ReservationRow;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes practitioners, rooms, equipment, patients and seats, and gives them back, always in the caller's transaction.
 * The exclusion constraint {@code reservation_no_overlap} is the truth; a clash is a {@link SlotTakenException}, after
 * which the transaction can only roll back.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ReservationService {

    private static final String PRACTITIONER = "practitioner";
    private static final String RESOURCE = "resource";
    private static final String PATIENT = "patient";

    private final ReservationMapper reservations;
    private final HoldMapper holds;
    private final BookingLocks locks;
    private final ClinicScope clinic;
    private final Clock clock;

    ReservationService(
            ReservationMapper reservations, HoldMapper holds, BookingLocks locks, ClinicScope clinic, Clock clock) {
        this.reservations = reservations;
        this.holds = holds;
        this.locks = locks;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** For whom something is taken; one of the ids is given. */
    private record Holder(UUID appointmentId, UUID holdId) {}

    /** Keeps the placement free for {@link HoldService#HOLD_TIME}. @throws SlotTakenException when it isn't free */
    Hold reserveForHold(ServiceOffer service, Placement placement) {
        var hold = new Hold(
                UUID.randomUUID(),
                placement.practitionerId(),
                placement.start(),
                clock.instant().plus(HoldService.HOLD_TIME));
        var row = new HoldRow(hold.id(), service.id(), hold.practitionerId(), hold.start(), hold.expiresAt(), null);
        translatingClashes(() -> {
            makeRoom(placement, List.of());
            holds.insert(clinic.required(), row);
            take(new Holder(null, hold.id()), service, placement, false, List.of());
        });
        return hold;
    }

    /**
     * Takes the placement and the patient's own time for an appointment whose row is already there.
     *
     * @param overbook staff's override: stands outside the constraint, whatever else is taken
     * @throws SlotTakenException when any of it isn't free
     */
    public void reserveForAppointment(
            UUID appointmentId, UUID patientId, ServiceOffer service, Placement placement, boolean overbook) {
        var patient = new ReservationRow(
                UUID.randomUUID(),
                PATIENT,
                patientId,
                placement.start(),
                placement.end(),
                appointmentId,
                null,
                null,
                overbook);
        translatingClashes(() -> {
            makeRoom(placement, List.of(patientId));
            take(new Holder(appointmentId, null), service, placement, overbook, List.of(patient));
        });
    }

    /** The hold with that id, if it hasn't expired. */
    Optional<HoldRow> liveHold(UUID holdId) {
        return Optional.ofNullable(holds.byId(holdId)).filter(this::isLive);
    }

    /**
     * Ends a hold whose time is now going to be booked. Call it after {@link AvailabilityService#place} with this hold
     * excepted and before {@link #reserveForAppointment}.
     *
     * @throws ProblemException 410 {@code hold_expired} when it has expired or there is none
     */
    void takeHold(UUID holdId) {
        var hold = Optional.ofNullable(holds.lock(holdId))
                .filter(this::isLive)
                .orElseThrow(() -> new ProblemException(HttpStatus.GONE, "hold_expired"));
        end(hold);
    }

    /** Gives a hold's time back early; nothing happens when there is no such hold. */
    void releaseHold(UUID holdId) {
        Optional.ofNullable(holds.lock(holdId)).ifPresent(this::end);
    }

    /**
     * Moves an appointment: gives back what it took and takes the new placement.
     *
     * @throws SlotTakenException when any of it isn't free
     */
    public void move(UUID appointmentId, UUID patientId, ServiceOffer service, Placement placement, boolean overbook) {
        release(appointmentId);
        reserveForAppointment(appointmentId, patientId, service, placement, overbook);
    }

    /** Gives back all that an appointment took; for cancelled, rejected and ended visits. May be called again. */
    public void release(UUID appointmentId) {
        translatingClashes(() -> {
            reservations.deleteOfAppointment(appointmentId);
            var session = reservations.sessionOfAppointment(appointmentId);
            if (session != null) {
                reservations.lockSession(session);
                reservations.freeSeat(appointmentId);
                reservations.deleteIfEmpty(List.of(session));
            }
        });
    }

    private boolean isLive(HoldRow hold) {
        return hold.expiresAt().isAfter(clock.instant());
    }

    private void end(HoldRow hold) {
        if (hold.sessionId() != null) {
            reservations.lockSession(hold.sessionId());
        }
        holds.delete(hold.id());
        if (hold.sessionId() != null) {
            reservations.deleteIfEmpty(List.of(hold.sessionId()));
        }
    }

    /**
     * Removes expired holds, and group visits nobody is left in, that are in the way.
     *
     * @param alsoLocked whose time is going to be taken as well
     */
    private void makeRoom(Placement placement, List<UUID> alsoLocked) {
        var wanted = new ArrayList<>(placement.resourceIds());
        wanted.add(placement.practitionerId());
        var from = placement.blockedFrom();
        var to = placement.blockedTo();
        var locked = new ArrayList<>(wanted);
        locked.addAll(alsoLocked);
        locks.lock(locked, from, to);
        // Nobody else adds any to these while they are locked.
        if (!reservations.hasHoldsOrSessions(wanted, from, to)) {
            return;
        }
        reservations.deleteExpiredHolds(wanted, from, to, clock.instant());
        var sessions = reservations.lockSessions(wanted, from, to);
        if (!sessions.isEmpty()) {
            reservations.deleteIfEmpty(sessions);
        }
    }

    private void take(
            Holder holder, ServiceOffer service, Placement placement, boolean overbook, List<ReservationRow> further) {
        var rows = new ArrayList<>(further);
        if (service.isGroup()) {
            rows.addAll(takeSeat(holder, service, placement, overbook));
        } else {
            rows.addAll(rowsOf(placement, holder.appointmentId(), holder.holdId(), null, overbook));
        }
        if (!rows.isEmpty()) {
            // In one order everywhere, so that two inserts can't wait for each other.
            rows.sort(Comparator.comparing(ReservationRow::takenId));
            reservations.insertAll(clinic.required(), rows);
        }
    }

    /** Takes a seat; the first one of a group visit opens it and gets the rows that make it take its practitioner. */
    private List<ReservationRow> takeSeat(Holder holder, ServiceOffer service, Placement placement, boolean overbook) {
        var opened = List.<ReservationRow>of();
        var session = reservations.lockSessionAt(placement.practitionerId(), service.id(), placement.start());
        if (session == null) {
            session = UUID.randomUUID();
            reservations.insertSession(
                    clinic.required(),
                    session,
                    placement.practitionerId(),
                    service.id(),
                    placement.roomId(),
                    placement.start(),
                    service.seats());
            opened = rowsOf(placement, null, null, session, overbook);
        }
        var seated = reservations.takeSeat(session, holder.appointmentId(), holder.holdId()) == 1
                || overbook && reservations.addSeat(session, holder.appointmentId()) == 1;
        if (!seated) {
            throw new SlotTakenException();
        }
        return opened;
    }

    private static List<ReservationRow> rowsOf(
            Placement placement, UUID appointmentId, UUID holdId, UUID sessionId, boolean overbook) {
        var rows = new ArrayList<ReservationRow>();
        rows.add(row(PRACTITIONER, placement.practitionerId(), placement, appointmentId, holdId, sessionId, overbook));
        for (var resource : placement.resourceIds()) {
            rows.add(row(RESOURCE, resource, placement, appointmentId, holdId, sessionId, overbook));
        }
        return rows;
    }

    private static ReservationRow row(
            String kind,
            UUID takenId,
            Placement placement,
            UUID appointmentId,
            UUID holdId,
            UUID sessionId,
            boolean overbook) {
        return new ReservationRow(
                UUID.randomUUID(),
                kind,
                takenId,
                placement.blockedFrom(),
                placement.blockedTo(),
                appointmentId,
                holdId,
                sessionId,
                overbook);
    }

    private static void translatingClashes(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            throw SlotTakenException.from(e);
        }
    }
}
