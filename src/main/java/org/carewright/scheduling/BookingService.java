package org.carewright.scheduling;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.AuditEntry;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.Clinic;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.PatientService;
import org.carewright.scheduling.AppointmentMapper.AppointmentRow;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.scheduling.intake.BookingForm;
import org.carewright.scheduling.intake.BookingRequest;
import org.carewright.scheduling.intake.BookingRequests;
import org.carewright.scheduling.intake.FormAnswers;
import org.carewright.scheduling.slots.AvailabilityService;
import org.carewright.scheduling.slots.Placement;
import org.carewright.scheduling.slots.Placements;
import org.carewright.scheduling.slots.ReservationService;
import org.carewright.scheduling.slots.SlotTakenException;
import org.carewright.scheduling.token.ManageToken;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
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
    private final BookingForm form;
    private final BookingRequests requests;
    private final AvailabilityService availability;
    private final Placements places;
    private final ReservationService reservations;
    private final AppointmentMapper appointments;
    private final AppointmentService lifeCycle;
    private final AppointmentProcess process;
    private final PatientService patients;
    private final ClinicService clinics;
    private final ManageToken tokens;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    BookingService(
            CatalogueService catalogue,
            BookingForm form,
            BookingRequests requests,
            AvailabilityService availability,
            Placements places,
            ReservationService reservations,
            AppointmentMapper appointments,
            AppointmentService lifeCycle,
            AppointmentProcess process,
            PatientService patients,
            ClinicService clinics,
            ManageToken tokens,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.catalogue = catalogue;
        this.form = form;
        this.requests = requests;
        this.availability = availability;
        this.places = places;
        this.reservations = reservations;
        this.appointments = appointments;
        this.lifeCycle = lifeCycle;
        this.process = process;
        this.patients = patients;
        this.clinics = clinics;
        this.tokens = tokens;
        this.audit = audit;
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
        try {
            return transaction.execute(status -> bookInTransaction(request, booker));
        } catch (SlotTakenException e) {
            var service = transaction.execute(status -> service(request));
            throw availability.slotTaken(service, Optional.ofNullable(request.practitionerId()), request.start());
        }
    }

    private ServiceOffer service(BookingRequest request) {
        return catalogue.service(request.serviceId()).orElseThrow(ProblemException::notFound);
    }

    private Booking bookInTransaction(BookingRequest request, Booker booker) {
        // What can be refused without waiting for anybody comes before the first lock.
        var service = service(request);
        var here = clinics.current();
        var values = form.checked(request, service, here.country());
        var id = UUID.randomUUID();
        var earlier = requests.earlierBooking(request, id);
        if (earlier.isPresent()) {
            return toBooking(appointments.byId(earlier.get()), here);
        }
        var placement = placement(request, service, booker);
        var patient = patients.findOrCreate(BookingForm.patient(values, request.language()), here.country());
        var row = newAppointment(id, request, service, placement, patient.id(), here, booker);
        appointments.insert(
                here.clinicId(),
                row,
                lifeCycle.seal("appointment.answers", id, FormAnswers.toJson(values)),
                tokens.hashFor(id),
                booker.accountId());
        reservations.reserveForAppointment(id, patient.id(), service, placement, booker.anyway());
        var instance = process.start(
                row,
                appointments.facts(id),
                patient,
                here,
                clock.instant(),
                needsApproval(service, booker),
                booker.accountId() != null);
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
        return booker.anyway()
                ? places.byForce(service, request.practitionerId(), request.start())
                : places.forBooking(service, request.practitionerId(), request.start(), request.holdId());
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
        var requested = needsApproval(service, booker) || service.deposit().minor() > 0;
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
                service.deposit().minor(),
                null,
                0);
    }

    /** Staff who book at the desk approve by doing so. */
    private static boolean needsApproval(ServiceOffer service, Booker booker) {
        return service.approvalRequired() && booker.accountId() == null;
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
