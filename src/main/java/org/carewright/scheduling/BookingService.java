package org.carewright.scheduling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.carewright.audit.AuditEntry;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.Clinic;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.NewPatient;
import org.carewright.patients.PatientService;
import org.carewright.patients.PreferredChannel;
import org.carewright.scheduling.AppointmentMapper.AppointmentRow;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books visits: the patient's record, the appointment, its reservations, the hold's end and the process instance commit
 * together or not at all (SCH-4, SCH-7).
 */
@Service
public class BookingService {

    /** The error key of a forced booking without a reason. */
    public static final String OVERBOOK_REASON = "overbookReason";

    private static final char[] READABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int RESERVATION_ID_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CatalogueService catalogue;
    private final AvailabilityService availability;
    private final ReservationService reservations;
    private final AppointmentMapper appointments;
    private final AppointmentService lifeCycle;
    private final AppointmentProcess process;
    private final PatientService patients;
    private final ClinicService clinics;
    private final ManageToken tokens;
    private final Processes processes;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;
    private final TransactionTemplate transaction;

    BookingService(
            CatalogueService catalogue,
            AvailabilityService availability,
            ReservationService reservations,
            AppointmentMapper appointments,
            AppointmentService lifeCycle,
            AppointmentProcess process,
            PatientService patients,
            ClinicService clinics,
            ManageToken tokens,
            Processes processes,
            AuditLog audit,
            ClinicScope clinic,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.catalogue = catalogue;
        this.availability = availability;
        this.reservations = reservations;
        this.appointments = appointments;
        this.lifeCycle = lifeCycle;
        this.process = process;
        this.patients = patients;
        this.clinics = clinics;
        this.tokens = tokens;
        this.processes = processes;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Books a visit for a member of the public.
     *
     * @throws ProblemException 404 for an unknown service, 409 {@code slot_taken} with {@code alternatives}, 410
     *     {@code hold_expired}, 422 {@code idempotency_key_reused}
     * @throws InvalidFormException when the form's values don't fit
     */
    public Booking book(BookingRequest request) {
        return book(request, new Booker(null, "public", false, null));
    }

    /**
     * Books a visit for a patient at the desk (SCH-5).
     *
     * @param accountId who books
     * @param bookAnyway takes the start although it isn't offered; audited
     * @param reason why it is booked anyway; required then
     */
    public Booking bookAtDesk(BookingRequest request, UUID accountId, String role, boolean bookAnyway, String reason) {
        if (bookAnyway && (reason == null || reason.isBlank())) {
            throw new InvalidFormException(List.of(new FieldError(OVERBOOK_REASON, "required", List.of())));
        }
        return book(request, new Booker(accountId, role, bookAnyway, reason));
    }

    private record Booker(UUID accountId, String role, boolean anyway, String reason) {}

    private Booking book(BookingRequest request, Booker booker) {
        // Checked in a transaction of its own: it is over before the one that takes locks begins.
        var checked = transaction.execute(status -> checked(request));
        var service = checked.service();
        try {
            return transaction.execute(status -> bookInTransaction(request, checked, booker));
        } catch (SlotTakenException e) {
            throw availability.slotTaken(service, Optional.ofNullable(request.practitionerId()), request.start());
        }
    }

    /** What may be booked, and the form's values that passed its checks. */
    private record Checked(Clinic clinic, ServiceOffer service, Map<String, Object> values) {}

    private Checked checked(BookingRequest request) {
        var service = catalogue.service(request.serviceId()).orElseThrow(ProblemException::notFound);
        var here = clinics.current();
        return new Checked(here, service, checkedForm(request, service, here.country()));
    }

    private Booking bookInTransaction(BookingRequest request, Checked checked, Booker booker) {
        var service = checked.service();
        var values = checked.values();
        var here = checked.clinic();
        var id = UUID.randomUUID();
        var earlier = earlierBooking(request, id);
        if (earlier.isPresent()) {
            return toBooking(appointments.byId(earlier.get()), here);
        }
        var placement = placement(request, service, booker);
        var patient = patients.findOrCreate(toPatient(values, request.language()), here.country());
        var row = newAppointment(id, request, service, placement, patient.id(), here, booker);
        appointments.insert(
                here.clinicId(),
                row,
                lifeCycle.seal("appointment.answers", id, answers(values)),
                tokens.hashFor(id),
                booker.accountId());
        reservations.reserveForAppointment(id, patient.id(), service, placement, booker.anyway());
        var instance = process.start(row, appointments.facts(id), patient, here, clock.instant());
        appointments.setProcessInstance(id, instance);
        audit.record(new AuditEntry(
                booker.accountId(),
                booker.role(),
                booker.anyway() ? "appointment.overbooked" : "appointment.booked",
                "appointment",
                id,
                patient.id(),
                "success",
                booker.reason()));
        return toBooking(row, here);
    }

    private Placement placement(BookingRequest request, ServiceOffer service, Booker booker) {
        if (booker.anyway()) {
            return availability.placeAnyway(service, request.practitionerId(), request.start());
        }
        if (request.holdId() == null) {
            return availability
                    .place(service, Optional.ofNullable(request.practitionerId()), request.start(), Except.NONE)
                    .orElseThrow(SlotTakenException::new);
        }
        var hold = reservations
                .liveHold(request.holdId())
                .filter(held ->
                        held.serviceId().equals(service.id()) && held.startsAt().equals(request.start()))
                .orElseThrow(() -> new ProblemException(HttpStatus.GONE, "hold_expired"));
        var placement = availability
                .place(service, Optional.of(hold.practitionerId()), request.start(), Except.hold(hold.id()))
                .orElseThrow(SlotTakenException::new);
        reservations.takeHold(hold.id());
        return placement;
    }

    private AppointmentRow newAppointment(
            UUID id,
            BookingRequest request,
            ServiceOffer service,
            Placement placement,
            UUID patientId,
            Clinic here,
            Booker booker) {
        var now = clock.instant();
        // Staff who book at the desk approve by doing so.
        var requested = service.approvalRequired() && booker.accountId() == null;
        return new AppointmentRow(
                id,
                newReservationId(),
                patientId,
                service.id(),
                placement.practitionerId(),
                placement.locationId(),
                placement.roomId(),
                placement.start(),
                placement.end(),
                (requested ? AppointmentStatus.REQUESTED : AppointmentStatus.CONFIRMED).code(),
                service.price().minor(),
                service.price().currency().getCurrencyCode(),
                0,
                zone(request.timeZoneShown(), here.timeZone()),
                null,
                booker.anyway(),
                now,
                requested ? null : now,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    private Map<String, Object> checkedForm(BookingRequest request, ServiceOffer service, String country) {
        var form = processes.form(service.formId());
        var check = form.check(request.form() == null ? Map.of() : request.form());
        var errors = new ArrayList<>(check.errors());
        if (errors.isEmpty()) {
            checkPhone(check.values(), country).ifPresent(errors::add);
        }
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
        return check.values();
    }

    /** Text messages need a phone number, and a number that is given must be one. */
    private static Optional<FieldError> checkPhone(Map<String, Object> values, String country) {
        var phone = text(values, "phone");
        if (phone.isBlank()) {
            var channel = PreferredChannel.of(text(values, "preferredChannel"));
            return channel == PreferredChannel.SMS || channel == PreferredChannel.BOTH
                    ? Optional.of(new FieldError("phone", "required", List.of()))
                    : Optional.empty();
        }
        return PatientService.toE164(phone, country).isPresent()
                ? Optional.empty()
                : Optional.of(new FieldError("phone", "phone", List.of()));
    }

    private Optional<UUID> earlierBooking(BookingRequest request, UUID newId) {
        if (request.idempotencyKey() == null) {
            return Optional.empty();
        }
        var fingerprint = fingerprint(request);
        var fresh = appointments.insertRequest(
                clinic.required(), request.idempotencyKey(), fingerprint, newId, clock.instant());
        if (fresh == 1) {
            return Optional.empty();
        }
        var earlier = appointments.request(request.idempotencyKey());
        if (!MessageDigest.isEqual(earlier.fingerprint(), fingerprint)) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency_key_reused");
        }
        return Optional.of(earlier.appointmentId());
    }

    /** Keyed, so that the stored value tells nothing about what was typed. */
    private byte[] fingerprint(BookingRequest request) {
        var content = request.serviceId() + "|" + request.practitionerId() + "|" + request.start() + "|"
                + request.holdId() + "|" + new TreeMap<>(request.form() == null ? Map.of() : request.form());
        return tokens.fingerprint(content).getBytes(StandardCharsets.UTF_8);
    }

    private Booking toBooking(AppointmentRow row, Clinic here) {
        return new Booking(
                row.id(),
                row.reservationId(),
                AppointmentStatus.of(row.status()),
                row.startsAt(),
                row.endsAt(),
                row.practitionerId(),
                here.timeZone(),
                tokens.urlFor(row.id()));
    }

    private static NewPatient toPatient(Map<String, Object> values, String language) {
        return new NewPatient(
                text(values, "givenName"),
                text(values, "familyName"),
                text(values, "email"),
                text(values, "phone"),
                PreferredChannel.of(text(values, "preferredChannel")),
                language == null ? "en" : language);
    }

    private static String answers(Map<String, Object> values) {
        return FormAnswers.toJson(values);
    }

    private static String text(Map<String, Object> values, String key) {
        return values.get(key) instanceof String text ? text : "";
    }

    private static String zone(String shown, ZoneId clinicZone) {
        if (shown == null) {
            return clinicZone.getId();
        }
        try {
            return ZoneId.of(shown).getId();
        } catch (DateTimeException e) {
            return clinicZone.getId();
        }
    }

    private static String newReservationId() {
        var id = new StringBuilder(RESERVATION_ID_LENGTH);
        for (var i = 0; i < RESERVATION_ID_LENGTH; i++) {
            id.append(READABLE[RANDOM.nextInt(READABLE.length)]);
        }
        return id.toString();
    }
}
