package org.carewright.scheduling.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.scheduling.Booking;
import org.carewright.scheduling.BookingService;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.Practitioner;
import org.carewright.scheduling.intake.BookingRequest;
import org.carewright.scheduling.slots.AvailabilityService;
import org.carewright.scheduling.slots.Slot;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.FormParameters;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.Processes;
import org.carewright.shared.time.LocalTimes;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Booking for a patient at the desk, also at a time that isn't offered, with a reason that is kept (SCH-5). */
@Controller
@RequestMapping("/desk/book")
class DeskBookController {

    private static final int DAYS_SHOWN = 7;
    private final CatalogueService catalogue;
    private final AvailabilityService availability;
    private final BookingService bookings;
    private final ClinicService clinics;
    private final Processes processes;
    private final Clock clock;

    DeskBookController(
            CatalogueService catalogue,
            AvailabilityService availability,
            BookingService bookings,
            ClinicService clinics,
            Processes processes,
            Clock clock) {
        this.catalogue = catalogue;
        this.availability = availability;
        this.bookings = bookings;
        this.clinics = clinics;
        this.processes = processes;
        this.clock = clock;
    }

    @GetMapping
    String page(
            @RequestParam(required = false) UUID serviceId,
            @RequestParam(required = false) UUID practitionerId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            Model model) {
        show(serviceId, practitionerId, date, model);
        model.addAttribute("values", Map.of());
        model.addAttribute("errors", List.of());
        return "desk/book";
    }

    private void show(UUID serviceId, UUID practitionerId, LocalDate wanted, Model model) {
        var clinic = clinics.current();
        var zone = clinic.timeZone();
        var date = wanted == null ? LocalDate.now(clock.withZone(zone)) : wanted;
        var practitioners = catalogue.practitioners();
        var service = serviceId == null ? null : catalogue.service(serviceId).orElseThrow(ProblemException::notFound);
        model.addAttribute("clinic", clinic);
        model.addAttribute("zone", zone);
        model.addAttribute("here", "book");
        model.addAttribute("services", catalogue.services());
        model.addAttribute("practitioners", practitioners);
        model.addAttribute("serviceId", serviceId);
        model.addAttribute("practitionerId", practitionerId);
        model.addAttribute("date", date);
        model.addAttribute("service", service);
        if (service != null) {
            model.addAttribute(
                    "days",
                    availability
                            .search(service, Optional.ofNullable(practitionerId), date, date.plusDays(DAYS_SHOWN - 1L))
                            .stream()
                            .filter(firstOfItsTime())
                            .collect(groupingBy(
                                    slot -> slot.start().atZone(zone).toLocalDate(), TreeMap::new, toList())));
            model.addAttribute("form", processes.form(service.formId()));
        }
    }

    /** With any practitioner a time is shown once, for the first who is free then. */
    private static Predicate<Slot> firstOfItsTime() {
        var seen = new HashSet<Instant>();
        return slot -> seen.add(slot.start());
    }

    @PostMapping
    String book(
            @RequestParam UUID serviceId,
            @RequestParam(required = false) UUID practitionerId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam(defaultValue = "") String slot,
            @RequestParam(defaultValue = "") String anywayStart,
            @RequestParam(defaultValue = "") String anywayReason,
            WebRequest typed,
            @AuthenticationPrincipal StaffPrincipal principal,
            RedirectAttributes flash,
            Model model) {
        var values = FormParameters.read(typed.getParameterMap());
        var problem = "desk.book.start.required";
        List<FieldError> errors = List.of();
        try {
            var booking = book(serviceId, practitionerId, slot, anywayStart, anywayReason, values, principal);
            if (booking.isPresent()) {
                flash.addFlashAttribute("notice", "desk.notice.booked");
                return "redirect:/desk/appointments/" + booking.get().appointmentId();
            }
        } catch (InvalidFormException e) {
            errors = e.errors();
            problem = errors.stream().anyMatch(error -> error.key().equals(BookingService.OVERBOOK_REASON))
                    ? "desk.book.anyway.required"
                    : null;
        } catch (ProblemException e) {
            if (e.status().value() != 409) {
                throw e;
            }
            problem = "problem." + e.code();
        }
        show(serviceId, practitionerId, date, model);
        model.addAttribute("problem", problem);
        model.addAttribute("values", values);
        model.addAttribute("errors", errors);
        model.addAttribute("chosen", slot);
        model.addAttribute("anyway", !anywayStart.isBlank());
        model.addAttribute("anywayStart", anywayStart);
        model.addAttribute("anywayReason", anywayReason);
        return "desk/book";
    }

    /** Empty when neither a free time nor a forced one was chosen. */
    private Optional<Booking> book(
            UUID serviceId,
            UUID practitionerId,
            String slot,
            String anywayStart,
            String anywayReason,
            Map<String, Object> values,
            StaffPrincipal principal) {
        var anyway = !anywayStart.isBlank();
        var start = anyway ? forced(anywayStart) : chosen(slot);
        var practitioner = anyway ? practitionerFor(serviceId, practitionerId) : practitionerOf(slot, practitionerId);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        var request = new BookingRequest(
                serviceId,
                practitioner,
                start.get(),
                null,
                values,
                null,
                clinics.current().locale().toLanguageTag(),
                null);
        return Optional.of(bookings.bookAtDesk(
                request, principal.accountId(), principal.leadingRole().code(), anyway, anywayReason));
    }

    private Optional<Instant> forced(String local) {
        try {
            return Optional.of(LocalTimes.toInstant(
                    LocalDateTime.parse(local), clinics.current().timeZone()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> chosen(String slot) {
        try {
            return slot.isBlank() ? Optional.empty() : Optional.of(Instant.parse(slot.split("/")[0]));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static UUID practitionerOf(String slot, UUID otherwise) {
        var parts = slot.split("/");
        try {
            return parts.length == 2 ? UUID.fromString(parts[1]) : otherwise;
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    /** A forced start needs someone: the one chosen, or the first who gives the service. */
    private UUID practitionerFor(UUID serviceId, UUID chosen) {
        return chosen != null
                ? chosen
                : catalogue.practitioners().stream()
                        .filter(practitioner -> practitioner.serviceIds().contains(serviceId))
                        .map(Practitioner::id)
                        .findFirst()
                        .orElseThrow(ProblemException::notFound);
    }
}
