package org.carewright.billing.plan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.packages.PackageOffers;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.plan.Plan;
import org.carewright.billing.plan.PlanRules;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.Subscriptions;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.web.DeskPage;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plans and packages the clinic offers (BIL-5). */
@Controller
@DeskPage("invoices")
class DeskPlansController {

    private static final String LIST = "redirect:/desk/plans";
    private static final int NOTICE_DAYS = 30;

    private final Plans plans;
    private final PlanRules rules;
    private final Subscriptions subscriptions;
    private final PackageOffers offers;
    private final PlanForms forms;
    private final ErrorTexts texts;
    private final Ledger ledger;

    DeskPlansController(
            Plans plans,
            PlanRules rules,
            Subscriptions subscriptions,
            PackageOffers offers,
            PlanForms forms,
            ErrorTexts texts,
            Ledger ledger) {
        this.plans = plans;
        this.rules = rules;
        this.subscriptions = subscriptions;
        this.offers = offers;
        this.forms = forms;
        this.texts = texts;
        this.ledger = ledger;
    }

    @GetMapping("/desk/plans")
    String list(Model model) {
        model.addAttribute("plans", plans.all());
        model.addAttribute("people", subscriptions.peopleByPlan());
        model.addAttribute("offers", offers.all());
        model.addAttribute("rules", rules.current());
        return "billing/plans";
    }

    @PostMapping("/desk/plan-rules")
    String rules(@RequestParam Map<String, String> typed, RedirectAttributes flash) {
        rules.set(new PlanRules.Rules(typed.containsKey("patientsPause"), typed.containsKey("patientsCancel")));
        flash.addFlashAttribute("notice", "plans.rules.saved");
        return LIST;
    }

    @GetMapping("/desk/plans/new")
    String blank(Model model) {
        return form(Map.of("unit", "month", "count", "1", "sessions", "0", "trialDays", "0"), Map.of(), model);
    }

    @PostMapping("/desk/plans/new")
    String create(
            @RequestParam Map<String, String> typed,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        try {
            var id = plans.create(forms.plan(typed));
            flash.addFlashAttribute("notice", "plan.notice.created");
            return "redirect:/desk/plans/" + id;
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(typed, texts.of(invalid, locale), model);
        }
    }

    private String form(Map<String, String> typed, Map<String, String> errors, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("services", forms.services());
        model.addAttribute("units", IntervalUnit.values());
        model.addAttribute("currency", forms.currency());
        return "billing/plan-new";
    }

    @GetMapping("/desk/plans/{planId}")
    String show(@PathVariable UUID planId, Model model) {
        return page(plans.get(planId), Map.of(), Map.of(), model);
    }

    @PostMapping("/desk/plans/{planId}")
    String edit(
            @PathVariable UUID planId,
            @RequestParam Map<String, String> typed,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        try {
            plans.edit(planId, typed.get("name"), PlanForms.number(typed.get("trialDays")));
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(plans.get(planId), typed, texts.of(invalid, locale), model);
        }
        flash.addFlashAttribute("notice", "plan.notice.changed");
        return "redirect:/desk/plans/" + planId;
    }

    /** First shows what it means and whom it concerns; announces it when that was confirmed. */
    @PostMapping("/desk/plans/{planId}/price")
    String price(
            @PathVariable UUID planId,
            @RequestParam Map<String, String> typed,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var plan = plans.get(planId);
        var minor = PlanForms.price(typed.get("price"), plan.currency());
        var days = PlanForms.number(typed.get("noticeDays"));
        try {
            Plans.check(minor, days);
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(plan, typed, texts.of(invalid, locale), model);
        }
        if (typed.containsKey("confirmed")) {
            plans.changePrice(planId, minor, days);
            flash.addFlashAttribute("notice", "plan.notice.price");
            return "redirect:/desk/plans/" + planId;
        }
        model.addAttribute("plan", plan);
        model.addAttribute("people", people(plan));
        model.addAttribute("priceMinor", minor);
        model.addAttribute("from", ledger.today().plusDays(days));
        model.addAttribute("typed", typed);
        return "billing/plan-price";
    }

    @PostMapping("/desk/plans/{planId}/retire")
    String retire(@PathVariable UUID planId, RedirectAttributes flash) {
        plans.retire(planId);
        flash.addFlashAttribute("notice", "plan.notice.retired");
        return "redirect:/desk/plans/" + planId;
    }

    private int people(Plan plan) {
        return subscriptions.peopleByPlan().getOrDefault(plan.id(), 0);
    }

    private String page(Plan plan, Map<String, String> typed, Map<String, String> errors, Model model) {
        var shown = new HashMap<>(typed);
        shown.putIfAbsent("name", plan.name());
        shown.putIfAbsent("trialDays", String.valueOf(plan.trialDays()));
        shown.putIfAbsent("noticeDays", String.valueOf(NOTICE_DAYS));
        model.addAttribute("plan", plan);
        model.addAttribute("people", people(plan));
        model.addAttribute("prices", plans.prices(plan.id()));
        model.addAttribute("serviceName", forms.serviceName(plan.serviceId()));
        model.addAttribute("typed", shown);
        model.addAttribute("errors", errors);
        return "billing/plan";
    }
}
