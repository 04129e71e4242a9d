package org.carewright.billing.plan.web;

import java.util.Locale;
import java.util.UUID;
import org.carewright.billing.card.SavedCards;
import org.carewright.billing.held.PatientPlans;
import org.carewright.billing.included.IncludedSessions;
import org.carewright.billing.plan.Plan;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.PlanPreviews;
import org.carewright.billing.subscription.Subscription;
import org.carewright.billing.subscription.Subscriptions;
import org.carewright.billing.web.InvoiceGate;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.web.RecordHead;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.DeskPage;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One patient's plan at the desk: what it includes, what comes next, and what may be done with it (BIL-5). */
@Controller
@DeskPage("patients")
class DeskSubscriptionController {

    private final Subscriptions subscriptions;
    private final PatientPlans held;
    private final PlanPreviews previews;
    private final IncludedSessions sessions;
    private final Plans plans;
    private final SavedCards cards;
    private final PatientRecords records;
    private final InvoiceGate gate;
    private final ErrorTexts texts;
    private final ClinicService clinics;

    DeskSubscriptionController(
            Subscriptions subscriptions,
            PatientPlans held,
            PlanPreviews previews,
            IncludedSessions sessions,
            Plans plans,
            SavedCards cards,
            PatientRecords records,
            InvoiceGate gate,
            ErrorTexts texts,
            ClinicService clinics) {
        this.subscriptions = subscriptions;
        this.held = held;
        this.previews = previews;
        this.sessions = sessions;
        this.plans = plans;
        this.cards = cards;
        this.records = records;
        this.gate = gate;
        this.texts = texts;
        this.clinics = clinics;
    }

    @GetMapping("/desk/subscriptions/{subscriptionId}")
    String show(@PathVariable UUID subscriptionId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        var subscription = subscriptions.get(subscriptionId);
        var patientId = subscription.patientId();
        if (gate.isClosed(person, patientId)) {
            return RecordHead.emergencyAccess(patientId);
        }
        return gate.read(person, patientId, () -> page(subscription, model));
    }

    private String page(Subscription subscription, Model model) {
        var line = held.line(subscription.id());
        model.addAttribute("line", line);
        model.addAttribute("patientName", records.get(subscription.patientId()).fullName());
        model.addAttribute("visits", sessions.visits(subscription.id()));
        model.addAttribute("card", cards.usable(subscription.patientId()).orElse(null));
        model.addAttribute("credit", previews.creditOfCancelling(subscription.id()));
        model.addAttribute(
                "others",
                plans.all().stream()
                        .filter(plan -> plan.active() && fits(plan, line.plan()))
                        .toList());
        model.addAttribute("zone", clinics.current().timeZone());
        return "billing/subscription";
    }

    private static boolean fits(Plan plan, Plan now) {
        return !plan.id().equals(now.id()) && plan.currency().equals(now.currency());
    }

    /** @param deed pause, resume, cancel-end, keep, cancel-now, card or invoice */
    @PostMapping("/desk/subscriptions/{subscriptionId}")
    String act(
            @PathVariable UUID subscriptionId,
            @RequestParam(name = "do", defaultValue = "") String deed,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            RedirectAttributes flash) {
        require(person, subscriptionId);
        try {
            done(subscriptionId, deed);
            flash.addFlashAttribute("notice", "subscription.notice." + deed);
        } catch (ProblemException refused) {
            if (refused.status() != HttpStatus.CONFLICT) {
                throw refused;
            }
            flash.addFlashAttribute("refused", texts.of(refused, locale));
        }
        return page(subscriptionId);
    }

    private void done(UUID id, String deed) {
        switch (deed) {
            case "pause" -> subscriptions.pause(id);
            case "resume" -> subscriptions.resume(id);
            case "cancel-end" -> subscriptions.cancelAtPeriodEnd(id);
            case "keep" -> subscriptions.keep(id);
            case "cancel-now" -> subscriptions.cancelNow(id);
            case "card" -> subscriptions.payBy(id, true);
            case "invoice" -> subscriptions.payBy(id, false);
            default -> throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid_parameter");
        }
    }

    /** What another plan would cost; nothing is done yet. */
    @GetMapping("/desk/subscriptions/{subscriptionId}/plan")
    String preview(
            @PathVariable UUID subscriptionId,
            @RequestParam(required = false) UUID to,
            @AuthenticationPrincipal StaffPrincipal person,
            Model model) {
        var subscription = require(person, subscriptionId);
        if (to == null) {
            return page(subscriptionId);
        }
        return gate.read(person, subscription.patientId(), () -> {
            model.addAttribute("subscription", subscription);
            model.addAttribute("change", previews.change(subscriptionId, to));
            model.addAttribute(
                    "patientName", records.get(subscription.patientId()).fullName());
            return "billing/subscription-change";
        });
    }

    @PostMapping("/desk/subscriptions/{subscriptionId}/plan")
    String change(
            @PathVariable UUID subscriptionId,
            @RequestParam(required = false) UUID to,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            RedirectAttributes flash) {
        require(person, subscriptionId);
        if (to == null) {
            return page(subscriptionId);
        }
        try {
            subscriptions.changePlan(subscriptionId, to);
            flash.addFlashAttribute("notice", "subscription.notice.changed");
        } catch (ProblemException refused) {
            if (refused.status() != HttpStatus.CONFLICT) {
                throw refused;
            }
            flash.addFlashAttribute("refused", texts.of(refused, locale));
        }
        return page(subscriptionId);
    }

    private static String page(UUID subscriptionId) {
        return "redirect:/desk/subscriptions/" + subscriptionId;
    }

    private Subscription require(StaffPrincipal person, UUID subscriptionId) {
        var subscription = subscriptions.get(subscriptionId);
        gate.requirePatient(person, subscription.patientId());
        return subscription;
    }
}
