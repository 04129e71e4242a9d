package org.carewright.scheduling.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carewright.clinics.Clinic;
import org.carewright.scheduling.BookingService;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.Practitioner;
import org.carewright.scheduling.intake.BookingRequest;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.FormParameters;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.Processes;
import org.carewright.shared.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The booking form and the booking itself (SCH-4, SCH-5). */
@Controller
@RequestMapping("/c/{slug}/book/details")
class BookingDetailsController {

    private static final String VIEW = "booking/details";

    private final ClinicPages pages;
    private final CatalogueService catalogue;
    private final BookingService bookings;
    private final Processes processes;
    private final RateLimits limits;
    private final Clock clock;

    BookingDetailsController(
            ClinicPages pages,
            CatalogueService catalogue,
            BookingService bookings,
            Processes processes,
            RateLimits limits,
            Clock clock) {
        this.pages = pages;
        this.catalogue = catalogue;
        this.bookings = bookings;
        this.processes = processes;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping
    String form(
            @PathVariable String slug,
            BookingStep step,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        requireComplete(step);
        return pages.in(slug, model, clinic -> {
            if (!step.until().isAfter(clock.instant())) {
                return backToTimes(slug, step, clinic, "expired");
            }
            return show(
                    clinic,
                    step,
                    Map.of(),
                    List.of(),
                    model,
                    locale,
                    VisitorZone.of(request, response, clinic.timeZone()));
        });
    }

    /** The form's fields with the conditions as they are now; htmx asks when a value changes. */
    @PostMapping(headers = "HX-Request")
    String refresh(@PathVariable String slug, BookingStep step, Model model, HttpServletRequest request) {
        requireComplete(step);
        return pages.in(slug, model, clinic -> {
            form(step, FormParameters.read(request.getParameterMap()), List.of(), model);
            return "fragments/form :: fields(form=${form}, values=${values}, errors=${errors})";
        });
    }

    @PostMapping(headers = "!HX-Request")
    String book(
            @PathVariable String slug,
            BookingStep step,
            @RequestParam(name = "website", defaultValue = "") String honeypot,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        requireComplete(step);
        if (!honeypot.isEmpty()) {
            // People don't see that field. Whoever fills it in learns nothing from the answer.
            return "redirect:/c/" + slug + "/book";
        }
        limits.take("booking", request.getRemoteAddr());
        return pages.in(slug, model, clinic -> {
            var zone = VisitorZone.of(request, response, clinic.timeZone());
            var values = FormParameters.read(request.getParameterMap());
            try {
                return "redirect:" + book(step, values, zone, locale) + "?booked";
            } catch (InvalidFormException invalid) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                return show(clinic, step, values, invalid.errors(), model, locale, zone);
            } catch (ProblemException problem) {
                return recovered(problem, slug, step, clinic);
            }
        });
    }

    /** @return the path of the page that manages the visit */
    private String book(BookingStep step, Map<String, Object> values, ZoneId zone, Locale locale) {
        var booking = bookings.book(new BookingRequest(
                step.service(),
                step.practitioner(),
                step.start(),
                step.hold(),
                values,
                zone.getId(),
                locale.toLanguageTag(),
                step.hold().toString()));
        return java.net.URI.create(booking.manageUrl()).getPath();
    }

    private static String recovered(ProblemException problem, String slug, BookingStep step, Clinic clinic) {
        return switch (problem.code()) {
            case "slot_taken" -> backToTimes(slug, step, clinic, "taken");
            case "hold_expired" -> backToTimes(slug, step, clinic, "expired");
            default -> throw problem;
        };
    }

    private static String backToTimes(String slug, BookingStep step, Clinic clinic, String problem) {
        var day = step.start().atZone(clinic.timeZone()).toLocalDate();
        return "redirect:" + BookingController.step(slug, step.service(), step.wanted()) + "&day=" + day + "&problem="
                + problem;
    }

    private String show(
            Clinic clinic,
            BookingStep step,
            Map<String, Object> values,
            List<FieldError> errors,
            Model model,
            Locale locale,
            ZoneId zone) {
        var offer = catalogue.service(step.service()).orElseThrow(ProblemException::notFound);
        form(step, values, errors, model);
        var end = step.start().plus(Duration.ofMinutes(offer.durationMinutes()));
        model.addAttribute("service", offer);
        model.addAttribute("price", offer.price().format(locale));
        model.addAttribute("practitionerName", practitionerName(step));
        model.addAttribute("time", VisitTime.of(step.start(), end, zone, clinic.timeZone(), locale));
        model.addAttribute("step", step);
        model.addAttribute("back", BookingController.step(clinic.slug(), step.service(), step.wanted()));
        model.addAttribute(
                "holdMinutes",
                Math.max(1, Duration.between(clock.instant(), step.until()).toMinutes()));
        return VIEW;
    }

    private void form(BookingStep step, Map<String, Object> values, List<FieldError> errors, Model model) {
        var offer = catalogue.service(step.service()).orElseThrow(ProblemException::notFound);
        model.addAttribute("form", processes.form(offer.formId()));
        model.addAttribute("values", values);
        model.addAttribute("errors", errors);
        model.addAttribute("formRefresh", "");
    }

    private String practitionerName(BookingStep step) {
        return catalogue.practitioners().stream()
                .filter(practitioner -> practitioner.id().equals(step.practitioner()))
                .map(Practitioner::name)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private static void requireComplete(BookingStep step) {
        if (step.service() == null
                || step.practitioner() == null
                || step.start() == null
                || step.hold() == null
                || step.until() == null
                || step.wanted() == null) {
            throw ProblemException.notFound();
        }
    }
}
