package org.carewright.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.carewright.audit.AuditEntry;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.AppointmentMapper.AppointmentRow;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.scheduling.slots.AvailabilityService;
import org.carewright.scheduling.slots.Except;
import org.carewright.scheduling.slots.ReservationService;
import org.carewright.scheduling.slots.SlotTakenException;
import org.carewright.scheduling.token.ManageToken;
import org.carewright.shared.forms.TypedText;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.Decisions;
import org.carewright.shared.process.EngineConflicts;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seeing, moving and cancelling a visit: by the patient with the link's token, by staff with the appointment's id in
 * their clinic's scope. A token is good until the visit's end; afterwards, and when wrong, the answer is 404.
 */
@Service
public class ManageBookingService {

    private static final int TRIES = 5;

    private final AppointmentMapper appointments;
    private final AppointmentProcess process;
    private final AppointmentService lifeCycle;
    private final AvailabilityService availability;
    private final CatalogueService catalogue;
    private final ReservationService reservations;
    private final ClinicService clinics;
    private final Decisions decisions;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ManageBookingService(
            AppointmentMapper appointments,
            AppointmentProcess process,
            AppointmentService lifeCycle,
            AvailabilityService availability,
            CatalogueService catalogue,
            ReservationService reservations,
            ClinicService clinics,
            Decisions decisions,
            AuditLog audit,
            ClinicScope clinic,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.appointments = appointments;
        this.process = process;
        this.lifeCycle = lifeCycle;
        this.availability = availability;
        this.catalogue = catalogue;
        this.reservations = reservations;
        this.clinics = clinics;
        this.decisions = decisions;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Who moves or cancels. @param accountId null for the patient with the link */
    public record Actor(UUID accountId, String role, String endedBy) {

        /** The patient, through the manage link. */
        public static final Actor PATIENT = new Actor(null, "public", "patient");

        /** Staff acting for the clinic. */
        public static Actor clinic(UUID accountId, String role) {
            return new Actor(accountId, role, "clinic");
        }

        /** Staff passing on what the patient asked for, e.g. by phone. */
        public static Actor forPatient(UUID accountId, String role) {
            return new Actor(accountId, role, "patient");
        }
    }

    /** Runs {@code work} with the id of the appointment behind a token, in its clinic's scope. @throws ProblemException 404 */
    public <T> T withToken(String token, Function<UUID, T> work) {
        var owner = transaction.execute(status -> appointments.ownerOfToken(ManageToken.hash(token)));
        if (owner == null) {
            throw ProblemException.notFound();
        }
        return clinic.call(owner.clinicId(), () -> {
            var row = transaction.execute(status -> appointments.byId(owner.id()));
            if (row == null || !row.endsAt().isAfter(clock.instant())) {
                throw ProblemException.notFound();
            }
            return work.apply(owner.id());
        });
    }

    /** The appointment as its patient may see it. @throws ProblemException 404 */
    public ManagedAppointment find(UUID id) {
        return transaction.execute(status -> toManaged(required(appointments.byId(id))));
    }

    /** What cancelling now would cost the patient, by the policy in force; nothing is changed. */
    public Money previewFee(UUID id) {
        return transaction.execute(status -> {
            var row = required(appointments.byId(id));
            var inputs = AppointmentProcess.cancellationInputs(row, Actor.PATIENT.endedBy(), clock.instant());
            return AppointmentService.fee(row, decisions.evaluate(AppointmentVariables.CANCELLATION_POLICY, inputs));
        });
    }

    /**
     * Takes the visit back. Doing it twice is the same as once.
     *
     * @param reason the canceller's words, kept sealed; may be null
     * @throws ProblemException 404, or 409 {@code not_changeable} when the visit has begun or ended otherwise
     */
    public ManagedAppointment cancel(UUID id, String reason, Actor actor) {
        return EngineConflicts.retry(
                TRIES,
                () -> transaction.execute(status -> {
                    var row = required(appointments.lock(id));
                    if (AppointmentStatus.of(row.status()) == AppointmentStatus.CANCELLED) {
                        return toManaged(row);
                    }
                    requireAhead(row);
                    var words = TypedText.of(reason);
                    if (!words.isEmpty()) {
                        appointments.setCancelReason(id, lifeCycle.seal("appointment.cancel-reason", id, words));
                    }
                    if (!process.cancelled(row, actor.endedBy(), clock.instant())) {
                        throw notChangeable();
                    }
                    record(actor, "appointment.cancelled", row);
                    return toManaged(appointments.byId(id));
                }));
    }

    /**
     * Moves the visit to another start within the same process instance; reminders are planned anew and the invite is
     * updated.
     *
     * @param practitionerId null keeps any practitioner possible
     * @throws ProblemException 404, 409 {@code slot_taken} with alternatives, 409 {@code not_changeable}
     */
    public ManagedAppointment reschedule(UUID id, Instant start, UUID practitionerId, Actor actor) {
        try {
            return EngineConflicts.retry(
                    TRIES, () -> transaction.execute(status -> move(id, start, practitionerId, actor)));
        } catch (SlotTakenException e) {
            var service = transaction.execute(status -> serviceOf(appointments.byId(id)));
            throw availability.slotTaken(service, Optional.ofNullable(practitionerId), start);
        }
    }

    private ManagedAppointment move(UUID id, Instant start, UUID practitionerId, Actor actor) {
        var row = required(appointments.lock(id));
        requireAhead(row);
        if (row.startsAt().equals(start) && (practitionerId == null || practitionerId.equals(row.practitionerId()))) {
            return toManaged(row);
        }
        var service = serviceOf(row);
        var placement = availability
                .place(service, Optional.ofNullable(practitionerId), start, Except.appointment(id))
                .orElseThrow(SlotTakenException::new);
        reservations.move(id, row.patientId(), service, placement, false);
        appointments.move(
                id,
                placement.practitionerId(),
                placement.locationId(),
                placement.roomId(),
                placement.start(),
                placement.end());
        var moved = appointments.byId(id);
        if (!process.moved(moved, appointments.facts(id), clinics.current(), clock.instant())) {
            throw notChangeable();
        }
        record(actor, "appointment.rescheduled", row);
        return toManaged(moved);
    }

    private ServiceOffer serviceOf(AppointmentRow row) {
        return catalogue
                .booked(row.serviceId(), Duration.between(row.startsAt(), row.endsAt()))
                .orElseThrow(ManageBookingService::notChangeable);
    }

    private void requireAhead(AppointmentRow row) {
        if (!AppointmentStatus.of(row.status()).isAhead() || !row.startsAt().isAfter(clock.instant())) {
            throw notChangeable();
        }
    }

    private void record(Actor actor, String action, AppointmentRow row) {
        audit.record(new AuditEntry(
                actor.accountId(), actor.role(), action, "appointment", row.id(), row.patientId(), "success", null));
    }

    private static AppointmentRow required(AppointmentRow row) {
        if (row == null) {
            throw ProblemException.notFound();
        }
        return row;
    }

    private static ProblemException notChangeable() {
        return new ProblemException(HttpStatus.CONFLICT, "not_changeable");
    }

    private ManagedAppointment toManaged(AppointmentRow row) {
        var facts = appointments.facts(row.id());
        var status = AppointmentStatus.of(row.status());
        return new ManagedAppointment(
                row.id(),
                row.reservationId(),
                status,
                row.startsAt(),
                row.endsAt(),
                clinics.current().timeZone(),
                ZoneId.of(row.timeZoneShown()),
                row.serviceId(),
                facts.serviceName(),
                row.practitionerId(),
                facts.practitionerName(),
                facts.locationAddress(),
                Money.of(row.priceMinor(), row.currency()),
                status.isAhead() && row.startsAt().isAfter(clock.instant()),
                row.feeMinor() == null ? null : Money.of(row.feeMinor(), row.currency()),
                Money.of(row.depositMinor(), row.currency()),
                row.depositDueAt());
    }
}
