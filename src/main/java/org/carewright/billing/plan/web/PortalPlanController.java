package org.carewright.billing.plan.web;

import java.util.Locale;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.card.SavedCards;
import org.carewright.billing.held.PatientPlans;
import org.carewright.billing.included.IncludedSessions;
import org.carewright.billing.plan.PlanRules;
import org.carewright.billing.subscription.Subscription;
import org.carewright.billing.subscription.Subscriptions;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.PortalPrincipal;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.portal.PortalPeople;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.ErrorTexts;
import org.carewright.shared.web.PortalPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's plan at the portal, and what the clinic lets patients do with it (BIL-5). */
@Controller
@PortalPage
class PortalPlanController {

    private final Subscriptions subscriptions;
    private final PatientPlans held;
    private final PlanRules rules;
    private final IncludedSessions sessions;
    private final SavedCards cards;
    private final PatientAccess access;
    private final PortalPeople people;
    private final ClinicService clinics;
    private final ErrorTexts texts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PortalPlanController(
            Subscriptions subscriptions,
            PatientPlans held,
            PlanRules rules,
            IncludedSessions sessions,
            SavedCards cards,
            PatientAccess access,
            PortalPeople people,
            ClinicService clinics,
            ErrorTexts texts,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.subscriptions = subscriptions;
        this.held = held;
        this.rules = rules;
        this.sessions = sessions;
        this.cards = cards;
        this.access = access;
        this.people = people;
        this.clinics = clinics;
        this.texts = texts;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping("/portal/subscriptions/{subscriptionId}")
    String show(@PathVariable UUID subscriptionId, @AuthenticationPrincipal PortalPrincipal account, Model model) {
        var patientId = require(account, subscriptionId).patientId();
        transaction.executeWithoutResult(status -> {
            audit.read(patientId, "portal-plan");
            model.addAttribute("line", held.line(subscriptionId));
            model.addAttribute("visits", sessions.visits(subscriptionId));
            model.addAttribute("card", cards.usable(patientId).orElse(null));
            model.addAttribute("rules", rules.current());
        });
        var all = people.of(account.accountId());
        model.addAttribute("people", all);
        model.addAttribute("person", PortalPeople.chosen(all, patientId));
        model.addAttribute("zone", clinics.current().timeZone());
        return "billing/portal-plan";
    }

    /** @param deed pause, resume, cancel or keep */
    @PostMapping("/portal/subscriptions/{subscriptionId}")
    String act(
            @PathVariable UUID subscriptionId,
            @RequestParam(name = "do", defaultValue = "") String deed,
            @AuthenticationPrincipal PortalPrincipal account,
            Locale locale,
            RedirectAttributes flash) {
        require(account, subscriptionId);
        try {
            done(subscriptionId, deed);
            flash.addFlashAttribute("notice", "portal.plan.notice." + deed);
        } catch (ProblemException refused) {
            if (refused.status() != HttpStatus.CONFLICT) {
                throw refused;
            }
            flash.addFlashAttribute("refused", texts.of(refused, locale));
        }
        return "redirect:/portal/subscriptions/" + subscriptionId;
    }

    private void done(UUID id, String deed) {
        var allowed = rules.current();
        switch (deed) {
            case "pause" -> {
                refuseUnless(allowed.patientsPause());
                subscriptions.pause(id);
            }
            case "resume" -> {
                refuseUnless(allowed.patientsPause());
                subscriptions.resume(id);
            }
            case "cancel" -> {
                refuseUnless(allowed.patientsCancel());
                subscriptions.cancelAtPeriodEnd(id);
            }
            case "keep" -> subscriptions.keep(id);
            default -> throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid_parameter");
        }
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw new ProblemException(HttpStatus.CONFLICT, "plan_by_clinic_only");
        }
    }

    private Subscription require(PortalPrincipal account, UUID subscriptionId) {
        var subscription = subscriptions.get(subscriptionId);
        access.require(account.accountId(), subscription.patientId(), AccessLevel.FULL);
        return subscription;
    }
}
