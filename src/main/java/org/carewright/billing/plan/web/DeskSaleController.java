package org.carewright.billing.plan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.card.SavedCards;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.packages.PackageOffer;
import org.carewright.billing.packages.PackageOffers;
import org.carewright.billing.plan.Plan;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.NewSubscription;
import org.carewright.billing.subscription.Subscriptions;
import org.carewright.billing.web.InvoiceGate;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.record.PatientRecords;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
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

/** Sells plans and packages to a patient at the desk (BIL-5). */
@Controller
@DeskPage("patients")
class DeskSaleController {

    private final Plans plans;
    private final Subscriptions subscriptions;
    private final PackageOffers offers;
    private final SavedCards cards;
    private final PatientRecords records;
    private final InvoiceGate gate;
    private final ErrorTexts texts;
    private final Ledger ledger;

    DeskSaleController(
            Plans plans,
            Subscriptions subscriptions,
            PackageOffers offers,
            SavedCards cards,
            PatientRecords records,
            InvoiceGate gate,
            ErrorTexts texts,
            Ledger ledger) {
        this.plans = plans;
        this.subscriptions = subscriptions;
        this.offers = offers;
        this.cards = cards;
        this.records = records;
        this.gate = gate;
        this.texts = texts;
        this.ledger = ledger;
    }

    @GetMapping("/desk/patients/{patientId}/subscriptions/new")
    String begin(@PathVariable UUID patientId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        require(person, patientId);
        var typed = Map.of("startsOn", ledger.today().toString(), "trial", "true", "pay", "card");
        return gate.read(person, patientId, () -> form(patientId, typed, Map.of(), model));
    }

    @PostMapping("/desk/patients/{patientId}/subscriptions/new")
    String subscribe(
            @PathVariable UUID patientId,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        require(person, patientId);
        try {
            var id = subscriptions.subscribe(new NewSubscription(
                    patientId,
                    chosen("plan", typed.get("plan")),
                    day(typed.get("startsOn")),
                    typed.containsKey("trial"),
                    !"invoice".equals(typed.get("pay"))));
            flash.addFlashAttribute("notice", "subscription.notice.begun");
            return "redirect:/desk/subscriptions/" + id;
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(patientId, typed, texts.of(invalid, locale), model);
        } catch (ProblemException refused) {
            if (refused.status() != HttpStatus.CONFLICT) {
                throw refused;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            return form(patientId, typed, Map.of("plan", texts.of(refused, locale)), model);
        }
    }

    private String form(UUID patientId, Map<String, String> typed, Map<String, String> errors, Model model) {
        patient(patientId, model);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("plans", plans.all().stream().filter(Plan::active).toList());
        model.addAttribute("card", cards.usable(patientId).orElse(null));
        model.addAttribute("today", ledger.today());
        return "billing/subscription-new";
    }

    @GetMapping("/desk/patients/{patientId}/packages/new")
    String choose(@PathVariable UUID patientId, @AuthenticationPrincipal StaffPrincipal person, Model model) {
        require(person, patientId);
        return gate.read(person, patientId, () -> offered(patientId, Map.of(), model));
    }

    @PostMapping("/desk/patients/{patientId}/packages/new")
    String sell(
            @PathVariable UUID patientId,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal StaffPrincipal person,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        require(person, patientId);
        try {
            var id = offers.sell(patientId, chosen("offer", typed.get("offer")));
            flash.addFlashAttribute("notice", "package.notice.sold");
            return "redirect:/desk/packages/" + id;
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return offered(patientId, texts.of(invalid, locale), model);
        }
    }

    private String offered(UUID patientId, Map<String, String> errors, Model model) {
        patient(patientId, model);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "offers", offers.all().stream().filter(PackageOffer::active).toList());
        return "billing/package-new";
    }

    private void patient(UUID patientId, Model model) {
        model.addAttribute("patientId", patientId);
        model.addAttribute("patientName", records.get(patientId).fullName());
    }

    private void require(StaffPrincipal person, UUID patientId) {
        records.find(patientId).orElseThrow(ProblemException::notFound);
        gate.requirePatient(person, patientId);
    }

    private static UUID chosen(String field, String typed) {
        if (typed == null || typed.isBlank()) {
            throw new InvalidFormException(List.of(new FieldError(field, "not_an_option", List.of())));
        }
        return PlanForms.id(typed);
    }

    private LocalDate day(String typed) {
        try {
            var day = typed == null || typed.isBlank() ? ledger.today() : LocalDate.parse(typed);
            return day.equals(ledger.today()) ? null : day;
        } catch (DateTimeParseException e) {
            throw new InvalidFormException(List.of(new FieldError("startsOn", "date", List.of())));
        }
    }
}
