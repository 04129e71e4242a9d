package org.carewright.scheduling.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.scheduling.Booking;
import org.carewright.scheduling.BookingService;
import org.carewright.scheduling.ManageBookingService;
import org.carewright.scheduling.ManageBookingService.Actor;
import org.carewright.scheduling.ManagedAppointment;
import org.carewright.scheduling.intake.BookingRequest;
import org.carewright.scheduling.web.ClinicView.Price;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Booking without a login, and managing the visit with the token of its link (SCH-5, SCH-15). */
@RestController
@RequestMapping("/api/v1/public")
class PublicAppointmentController {

    private static final String BOOKING_LIMIT = "booking";

    private final BookingService bookings;
    private final ManageBookingService manage;
    private final ClinicService clinics;
    private final ClinicScope clinic;
    private final RateLimits limits;

    PublicAppointmentController(
            BookingService bookings,
            ManageBookingService manage,
            ClinicService clinics,
            ClinicScope clinic,
            RateLimits limits) {
        this.bookings = bookings;
        this.manage = manage;
        this.clinics = clinics;
        this.clinic = clinic;
        this.limits = limits;
    }

    /** @param timeZone the IANA zone in which the visitor saw the time; messages show it. Optional */
    record BookingBody(
            @NotNull UUID serviceId,
            UUID practitionerId,
            @NotNull OffsetDateTime start,
            UUID holdId,
            @NotNull Map<String, Object> form,
            @Size(max = 60) String timeZone) {}

    record BookingAnswer(
            UUID id,
            String reservationId,
            String status,
            OffsetDateTime start,
            OffsetDateTime end,
            UUID practitionerId,
            String manageUrl) {}

    record CancelBody(@Size(max = 1000) String reason) {}

    record RescheduleBody(@NotNull OffsetDateTime start, UUID practitionerId) {}

    record Named(UUID id, String name) {}

    /**
     * @param deposit what is paid ahead so that the visit is kept, zero for none
     * @param depositDueAt until when it may be paid; null until it is asked for
     */
    record ManagedAnswer(
            UUID id,
            String reservationId,
            String status,
            OffsetDateTime start,
            OffsetDateTime end,
            String timeZone,
            Named service,
            Named practitioner,
            Price price,
            boolean changeable,
            Price fee,
            Price deposit,
            OffsetDateTime depositDueAt) {}

    @PostMapping("/clinics/{slug}/appointments")
    @ResponseStatus(HttpStatus.CREATED)
    BookingAnswer book(
            @PathVariable String slug,
            @Valid @RequestBody BookingBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Size(max = 200) String idempotencyKey,
            Locale locale,
            HttpServletRequest http) {
        limits.take(BOOKING_LIMIT, http.getRemoteAddr());
        var clinicId = clinics.idBySlug(slug).orElseThrow(ProblemException::notFound);
        var request = new BookingRequest(
                body.serviceId(),
                body.practitionerId(),
                body.start().toInstant(),
                body.holdId(),
                body.form(),
                body.timeZone(),
                locale.toLanguageTag(),
                idempotencyKey);
        return clinic.call(clinicId, () -> answer(bookings.book(request)));
    }

    @GetMapping("/appointments/{token}")
    ManagedAnswer find(@PathVariable String token) {
        return manage.withToken(token, id -> answer(manage.find(id)));
    }

    @PostMapping("/appointments/{token}/cancel")
    ManagedAnswer cancel(
            @PathVariable String token,
            @Valid @RequestBody(required = false) CancelBody body,
            HttpServletRequest http) {
        limits.take(BOOKING_LIMIT, http.getRemoteAddr());
        var reason = body == null ? null : body.reason();
        return manage.withToken(token, id -> answer(manage.cancel(id, reason, Actor.PATIENT)));
    }

    @PostMapping("/appointments/{token}/reschedule")
    ManagedAnswer reschedule(
            @PathVariable String token, @Valid @RequestBody RescheduleBody body, HttpServletRequest http) {
        limits.take(BOOKING_LIMIT, http.getRemoteAddr());
        return manage.withToken(
                token,
                id -> answer(manage.reschedule(id, body.start().toInstant(), body.practitionerId(), Actor.PATIENT)));
    }

    private static BookingAnswer answer(Booking booking) {
        var zone = booking.clinicZone();
        return new BookingAnswer(
                booking.appointmentId(),
                booking.reservationId(),
                booking.status().code(),
                booking.start().atZone(zone).toOffsetDateTime(),
                booking.end().atZone(zone).toOffsetDateTime(),
                booking.practitionerId(),
                booking.manageUrl());
    }

    private static ManagedAnswer answer(ManagedAppointment appointment) {
        var zone = appointment.clinicZone();
        return new ManagedAnswer(
                appointment.id(),
                appointment.reservationId(),
                appointment.status().code(),
                appointment.start().atZone(zone).toOffsetDateTime(),
                appointment.end().atZone(zone).toOffsetDateTime(),
                zone.getId(),
                new Named(appointment.serviceId(), appointment.serviceName()),
                new Named(appointment.practitionerId(), appointment.practitionerName()),
                Price.of(appointment.price()),
                appointment.changeable(),
                Price.of(appointment.fee()),
                Price.of(appointment.deposit()),
                appointment.depositDueAt() == null
                        ? null
                        : appointment.depositDueAt().atZone(zone).toOffsetDateTime());
    }
}
