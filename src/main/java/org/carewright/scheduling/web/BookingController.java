package org.carewright.scheduling.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.carewright.clinics.Clinic;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.catalogue.Practitioner;
import org.carewright.scheduling.catalogue.ServiceOffer;
import org.carewright.scheduling.slots.Except;
import org.carewright.scheduling.slots.HoldService;
import org.carewright.scheduling.web.TimePickers.Wish;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.RateLimits;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Booking up to the chosen time (SCH-3, SCH-4): service, practitioner, day and time. Every step is an address of its own,
 * so that the back button, a bookmark and a browser without JavaScript all work.
 */
@Controller
@RequestMapping("/c/{slug}/book")
class BookingController {

    /** The practitioner parameter's value for whoever is free. */
    static final String ANY = "any";

    private final ClinicPages pages;
    private final CatalogueService catalogue;
    private final TimePickers pickers;
    private final HoldService holds;
    private final RateLimits limits;
    private final Clock clock;

    BookingController(
            ClinicPages pages,
            CatalogueService catalogue,
            TimePickers pickers,
            HoldService holds,
            RateLimits limits,
            Clock clock) {
        this.pages = pages;
        this.catalogue = catalogue;
        this.pickers = pickers;
        this.holds = holds;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping
    String services(@PathVariable String slug, Model model, Locale locale) {
        return pages.in(slug, model, clinic -> {
            model.addAttribute("services", catalogue.services());
            model.addAttribute("locale", locale);
            return "booking/services";
        });
    }

    @GetMapping(params = {"service", "!practitioner"})
    String practitioners(@PathVariable String slug, @RequestParam UUID service, Model model, Locale locale) {
        return pages.in(slug, model, clinic -> {
            var offer = summary(service, null, model, locale);
            var skilled = skilled(offer);
            if (skilled.size() == 1) {
                return "redirect:" + step(slug, service, skilled.get(0).id().toString());
            }
            model.addAttribute("practitioners", skilled);
            return "booking/practitioners";
        });
    }

    @GetMapping(params = {"service", "practitioner"})
    String times(
            @PathVariable String slug,
            @RequestParam UUID service,
            @RequestParam String practitioner,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(required = false) String problem,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.in(slug, model, clinic -> {
            model.addAttribute("problem", ClinicPages.known(problem, "taken", "expired", "choose"));
            return times(clinic, service, practitioner, day, model, locale, request, response);
        });
    }

    private String times(
            Clinic clinic,
            UUID service,
            String practitioner,
            LocalDate day,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        var offer = summary(service, practitioner, model, locale);
        var zone = VisitorZone.of(request, response, clinic.timeZone());
        var wish = new Wish(offer, chosen(practitioner), day, Except.NONE);
        model.addAttribute("picker", pickers.pick(wish, zone, clinic.timeZone(), locale));
        model.addAttribute("zones", VisitorZone.choices(zone, clinic.timeZone(), clock.instant()));
        model.addAttribute("address", step(clinic.slug(), service, practitioner));
        model.addAttribute("several", skilled(offer).size() > 1);
        return "booking/times";
    }

    /** Keeps the chosen time for the visitor while the form is filled in. */
    @PostMapping("/hold")
    String hold(
            @PathVariable String slug,
            @RequestParam UUID service,
            @RequestParam String practitioner,
            @RequestParam(required = false) Instant start,
            Model model,
            HttpServletRequest request) {
        if (start == null) {
            return "redirect:" + step(slug, service, practitioner) + "&problem=choose";
        }
        limits.take("hold", request.getRemoteAddr());
        return pages.in(slug, model, clinic -> {
            var offer = catalogue.service(service).orElseThrow(ProblemException::notFound);
            try {
                var hold = holds.hold(offer, chosen(practitioner), start);
                return "redirect:" + BookingStep.of(service, practitioner, hold).address(slug);
            } catch (ProblemException problem) {
                if (problem.status() != HttpStatus.CONFLICT) {
                    throw problem;
                }
                var day = LocalDate.ofInstant(start, clinic.timeZone());
                return "redirect:" + step(slug, service, practitioner) + "&day=" + day + "&problem=taken";
            }
        });
    }

    private ServiceOffer summary(UUID service, String practitioner, Model model, Locale locale) {
        var offer = catalogue.service(service).orElseThrow(ProblemException::notFound);
        model.addAttribute("service", offer);
        model.addAttribute("price", offer.price().format(locale));
        model.addAttribute("practitioner", practitioner);
        if (practitioner != null) {
            model.addAttribute(
                    "practitionerName",
                    chosen(practitioner).map(id -> name(skilled(offer), id)).orElse(null));
        }
        return offer;
    }

    private List<Practitioner> skilled(ServiceOffer offer) {
        return catalogue.practitioners().stream()
                .filter(practitioner -> practitioner.serviceIds().contains(offer.id()))
                .toList();
    }

    private static String name(List<Practitioner> practitioners, UUID id) {
        return practitioners.stream()
                .filter(practitioner -> practitioner.id().equals(id))
                .map(Practitioner::name)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    static Optional<UUID> chosen(String practitioner) {
        try {
            return ANY.equals(practitioner) ? Optional.empty() : Optional.of(UUID.fromString(practitioner));
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    /** The address of the step at which the time is chosen. */
    static String step(String slug, UUID service, String practitioner) {
        return UriComponentsBuilder.fromPath("/c/{slug}/book")
                .queryParam("service", "{service}")
                .queryParam("practitioner", "{practitioner}")
                .encode()
                .buildAndExpand(slug, service, practitioner)
                .toUriString();
    }
}
