package org.carewright.billing.plan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.carewright.billing.card.CardProvider;
import org.carewright.billing.card.SavedCards;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.PortalPrincipal;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.portal.PortalPeople;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.PortalPage;
import org.carewright.shared.web.PublicUrl;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves, chooses and removes cards at the portal; their numbers are typed at the provider's and never reach us (BIL-1). */
@Controller
@PortalPage
class PortalCardController {

    private static final String SET_UP = "/portal/card-set-ups/";

    private final SavedCards cards;
    private final CardProvider provider;
    private final PatientAccess access;
    private final PortalPeople people;
    private final ClinicService clinics;
    private final PublicUrl url;

    PortalCardController(
            SavedCards cards,
            CardProvider provider,
            PatientAccess access,
            PortalPeople people,
            ClinicService clinics,
            PublicUrl url) {
        this.cards = cards;
        this.provider = provider;
        this.access = access;
        this.people = people;
        this.clinics = clinics;
        this.url = url;
    }

    /** The patient agrees, and goes on to the provider. @param setUpId made with the page, so that a button pressed twice is one */
    @PostMapping("/portal/patients/{patientId}/cards")
    String agree(
            @PathVariable UUID patientId,
            @RequestParam(required = false) UUID setUpId,
            @AuthenticationPrincipal PortalPrincipal account) {
        access.require(account.accountId(), patientId, AccessLevel.FULL);
        var gateway = provider.gateway().orElseThrow(() -> new ProblemException(HttpStatus.CONFLICT, "no_cards"));
        var id = setUpId == null ? UUID.randomUUID() : setUpId;
        cards.agree(id, patientId, gateway);
        return "redirect:" + SET_UP + id + "/page";
    }

    /** Hands the patient on; a page of ours in between, since browsers don't let a form lead to another site. */
    @GetMapping("/portal/card-set-ups/{setUpId}/page")
    String hand(
            @PathVariable UUID setUpId,
            @AuthenticationPrincipal PortalPrincipal account,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        var setUp = require(account, setUpId);
        if (setUp.ended()) {
            return billing(setUp.patientId());
        }
        var home = url.uri(SET_UP + setUpId);
        var page = cards.open(setUpId, clinics.current().currency(), home, home, locale);
        response.setHeader("Refresh", "0;url=" + page.toASCIIString());
        return page(account, setUp.patientId(), page, model);
    }

    private String page(PortalPrincipal account, UUID patientId, URI page, Model model) {
        var all = people.of(account.accountId());
        model.addAttribute("people", all);
        model.addAttribute("person", PortalPeople.chosen(all, patientId));
        model.addAttribute("page", page);
        return "billing/portal-card-page";
    }

    /** Where the provider leads back to: looks what became of it. */
    @GetMapping("/portal/card-set-ups/{setUpId}")
    String back(
            @PathVariable UUID setUpId, @AuthenticationPrincipal PortalPrincipal account, RedirectAttributes flash) {
        var setUp = require(account, setUpId);
        if (!setUp.ended()) {
            cards.setUpEnded(setUpId, null);
        }
        var saved = cards.setUp(setUpId).saved();
        flash.addFlashAttribute(saved ? "notice" : "warning", saved ? "portal.card.saved" : "portal.card.not-saved");
        return billing(setUp.patientId());
    }

    /** @param deed default or remove */
    @PostMapping("/portal/cards/{cardId}")
    String act(
            @PathVariable UUID cardId,
            @RequestParam(name = "do", defaultValue = "") String deed,
            @AuthenticationPrincipal PortalPrincipal account,
            RedirectAttributes flash) {
        var patientId = cards.patientOf(cardId);
        access.require(account.accountId(), patientId, AccessLevel.FULL);
        switch (deed) {
            case "default" -> cards.choose(patientId, cardId);
            case "remove" -> cards.remove(patientId, cardId);
            default -> throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid_parameter");
        }
        flash.addFlashAttribute("notice", "portal.card." + deed + ".done");
        return billing(patientId);
    }

    private SavedCards.SetUp require(PortalPrincipal account, UUID setUpId) {
        var setUp = cards.setUp(setUpId);
        access.require(account.accountId(), setUp.patientId(), AccessLevel.FULL);
        return setUp;
    }

    private static String billing(UUID patientId) {
        return "redirect:/portal/patients/" + patientId + "/billing";
    }
}
