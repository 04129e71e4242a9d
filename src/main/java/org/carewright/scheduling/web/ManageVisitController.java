package org.carewright.scheduling.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.carewright.messaging.CalendarInvites;
import org.carewright.messaging.MessageSubjects;
import org.carewright.scheduling.ManageBookingService;
import org.carewright.scheduling.ManageBookingService.Actor;
import org.carewright.scheduling.ManagedAppointment;
import org.carewright.scheduling.catalogue.CatalogueService;
import org.carewright.scheduling.slots.Except;
import org.carewright.scheduling.web.TimePickers.Wish;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.RateLimits;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the link in a patient's messages (SCH-15): see the visit, move it, cancel it. */
@Controller
@RequestMapping("/m/{token}")
class ManageVisitController {

    private static final String LIMIT = "booking";
    private static final int LONGEST_REASON = 1000;

    private final ManageBookingService manage;
    private final CatalogueService catalogue;
    private final TimePickers pickers;
    private final ClinicPages pages;
    private final MessageSubjects subjects;
    private final CalendarInvites invites;
    private final TransactionOperations transaction;
    private final RateLimits limits;
    private final Clock clock;

    ManageVisitController(
            ManageBookingService manage,
            CatalogueService catalogue,
            TimePickers pickers,
            ClinicPages pages,
            @Qualifier("appointmentSubjects") MessageSubjects subjects,
            CalendarInvites invites,
            TransactionOperations transaction,
            RateLimits limits,
            Clock clock) {
        this.manage = manage;
        this.catalogue = catalogue;
        this.pickers = pickers;
        this.pages = pages;
        this.subjects = subjects;
        this.invites = invites;
        this.transaction = transaction;
        this.limits = limits;
        this.clock = clock;
    }

    /** @param booked there when the visitor has just booked; who has a deposit to pay goes on to pay it */
    @GetMapping
    String show(
            @PathVariable String token,
            @RequestParam(required = false) String booked,
            @RequestParam(required = false) String done,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        return manage.withToken(token, id -> {
            var visit = visit(manage.find(id), token, model, locale, request, response);
            if (booked != null && visit.awaitsDeposit()) {
                return "redirect:/m/" + token + "/deposit/page";
            }
            model.addAttribute("done", ClinicPages.known(done, "moved", "cancelled"));
            return booked != null && visit.status().isAhead() ? "booking/done" : "booking/manage";
        });
    }

    @GetMapping("/cancel")
    String confirmCancel(
            @PathVariable String token,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        return manage.withToken(token, id -> {
            var visit = visit(manage.find(id), token, model, locale, request, response);
            if (!visit.changeable()) {
                return "redirect:/m/" + token;
            }
            var fee = manage.previewFee(id);
            model.addAttribute("cancelFee", fee == null || fee.minor() == 0 ? null : fee.format(locale));
            return "booking/cancel";
        });
    }

    @PostMapping("/cancel")
    String cancel(
            @PathVariable String token, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        limits.take(LIMIT, request.getRemoteAddr());
        var words = reason.strip();
        var kept = words.substring(0, Math.min(words.length(), LONGEST_REASON));
        return manage.withToken(token, id -> {
            manage.cancel(id, kept.isEmpty() ? null : kept, Actor.PATIENT);
            return "redirect:/m/" + token + "?done=cancelled";
        });
    }

    @GetMapping("/move")
    String chooseTime(
            @PathVariable String token,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(required = false) String problem,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        return manage.withToken(token, id -> {
            var visit = visit(manage.find(id), token, model, locale, request, response);
            if (!visit.changeable()) {
                return "redirect:/m/" + token;
            }
            var service = catalogue
                    .booked(visit.serviceId(), Duration.between(visit.start(), visit.end()))
                    .orElseThrow(ProblemException::notFound);
            var zone = VisitorZone.of(request, response, visit.shownZone());
            var wish = new Wish(service, Optional.of(visit.practitionerId()), day, Except.appointment(id));
            model.addAttribute("picker", pickers.pick(wish, zone, visit.clinicZone(), locale));
            model.addAttribute("zones", VisitorZone.choices(zone, visit.clinicZone(), clock.instant()));
            model.addAttribute("address", "/m/" + token + "/move?");
            model.addAttribute("problem", ClinicPages.known(problem, "taken", "choose"));
            return "booking/move";
        });
    }

    @PostMapping("/move")
    String move(@PathVariable String token, @RequestParam(required = false) Instant start, HttpServletRequest request) {
        if (start == null) {
            return "redirect:/m/" + token + "/move?problem=choose";
        }
        limits.take(LIMIT, request.getRemoteAddr());
        return manage.withToken(token, id -> {
            var visit = manage.find(id);
            try {
                manage.reschedule(id, start, visit.practitionerId(), Actor.PATIENT);
                return "redirect:/m/" + token + "?done=moved";
            } catch (ProblemException problem) {
                if (!"slot_taken".equals(problem.code())) {
                    throw problem;
                }
                var day = LocalDate.ofInstant(start, visit.clinicZone());
                return "redirect:/m/" + token + "/move?day=" + day + "&problem=taken";
            }
        });
    }

    /** The visit as a file for the visitor's calendar. */
    @GetMapping("/visit.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        var file = manage.withToken(
                token,
                id -> transaction.execute(
                        status -> invites.download(subjects.load(id).invite())));
        return ResponseEntity.ok()
                .header("Content-Type", CalendarInvites.MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"visit.ics\"")
                .cacheControl(CacheControl.noStore())
                .body(file);
    }

    private ManagedAppointment visit(
            ManagedAppointment visit,
            String token,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        pages.dress(model);
        var zone = VisitorZone.of(request, response, visit.shownZone());
        model.addAttribute("token", token);
        model.addAttribute("visit", visit);
        model.addAttribute("time", VisitTime.of(visit.start(), visit.end(), zone, visit.clinicZone(), locale));
        model.addAttribute("price", visit.price().format(locale));
        model.addAttribute(
                "depositDue",
                visit.depositDueAt() == null
                        ? null
                        : VisitTime.moment(visit.depositDueAt().atZone(zone), locale));
        model.addAttribute(
                "fee",
                visit.fee() == null || visit.fee().minor() == 0
                        ? null
                        : visit.fee().format(locale));
        model.addAttribute("past", !visit.start().isAfter(clock.instant()));
        return visit;
    }
}
