package org.carewright.scheduling.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carewright.identity.PortalPrincipal;
import org.carewright.patients.portal.PortalPeople;
import org.carewright.patients.portal.PortalPerson;
import org.carewright.scheduling.ManageBookingService;
import org.carewright.scheduling.portal.PortalVisits;
import org.carewright.shared.web.PortalPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Appointments at the portal: of oneself and of whom one looks after; with full access they can be cancelled. */
@Controller
@PortalPage
class PortalVisitController {

    private static final int LONGEST_REASON = 1000;

    private final PortalVisits visits;
    private final PortalPeople people;
    private final ManageBookingService manage;
    private final Clock clock;

    PortalVisitController(PortalVisits visits, PortalPeople people, ManageBookingService manage, Clock clock) {
        this.visits = visits;
        this.people = people;
        this.manage = manage;
        this.clock = clock;
    }

    @GetMapping("/portal/appointments")
    String list(
            @RequestParam(required = false) UUID patient,
            @RequestParam(required = false) Instant before,
            @AuthenticationPrincipal PortalPrincipal account,
            Model model) {
        model.addAttribute("list", visits.list(account.accountId(), patient, before));
        var all = people.of(account.accountId());
        model.addAttribute("people", all);
        model.addAttribute("person", patient == null ? null : PortalPeople.chosen(all, patient));
        model.addAttribute(
                "byId", all.stream().collect(Collectors.toMap(PortalPerson::id, Function.identity(), (a, b) -> a)));
        model.addAttribute("firstPage", before == null);
        model.addAttribute("now", clock.instant());
        return "portal/appointments";
    }

    @GetMapping("/portal/appointments/{id}/cancel")
    String cancelPage(
            @PathVariable UUID id, @AuthenticationPrincipal PortalPrincipal account, Locale locale, Model model) {
        var visit = visits.toChange(account.accountId(), id);
        if (!visit.isAhead(clock.instant())) {
            return back(visit.patientId());
        }
        var fee = manage.previewFee(id);
        var all = people.of(account.accountId());
        model.addAttribute("visit", visit);
        model.addAttribute("person", PortalPeople.chosen(all, visit.patientId()));
        model.addAttribute("cancelFee", fee.minor() == 0 ? null : fee.format(locale));
        return "portal/cancel";
    }

    @PostMapping("/portal/appointments/{id}/cancel")
    String cancel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal PortalPrincipal account,
            RedirectAttributes flash) {
        var visit = visits.toChange(account.accountId(), id);
        var words = reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
        manage.cancel(id, words, new ManageBookingService.Actor(account.accountId(), "portal", "patient"));
        flash.addFlashAttribute("notice", "portal.appointments.cancelled");
        return back(visit.patientId());
    }

    private static String back(UUID patientId) {
        return "redirect:/portal/appointments?patient=" + patientId;
    }
}
