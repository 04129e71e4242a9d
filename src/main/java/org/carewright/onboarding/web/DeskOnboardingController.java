package org.carewright.onboarding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.onboarding.patient.Enrolments;
import org.carewright.onboarding.patient.PatientInvites;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.language.Languages;
import org.carewright.shared.web.DeskPage;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** New patients on their way, and the invite to become one; what staff have to do about them stands in Tasklist. */
@Controller
@DeskPage("onboarding")
@RequestMapping("/desk/onboarding")
class DeskOnboardingController {

    private static final String VIEW = "onboarding/desk";
    private static final int PAGE = 50;

    private final Enrolments enrolments;
    private final PatientInvites invites;
    private final AuditLog audit;
    private final ClinicService clinics;
    private final TransactionTemplate transaction;
    private final ErrorTexts texts;

    DeskOnboardingController(
            Enrolments enrolments,
            PatientInvites invites,
            AuditLog audit,
            ClinicService clinics,
            TransactionTemplate transaction,
            ErrorTexts texts) {
        this.enrolments = enrolments;
        this.invites = invites;
        this.audit = audit;
        this.clinics = clinics;
        this.transaction = transaction;
        this.texts = texts;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) UUID after, @RequestParam(required = false) String invited, Model model) {
        model.addAttribute("invited", invited != null);
        return show(after, model);
    }

    @PostMapping("/invite")
    String invite(
            @AuthenticationPrincipal StaffPrincipal person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            invites.invite(email, name, person.accountId());
            return "redirect:/desk/onboarding?invited";
        } catch (InvalidFormException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("errors", texts.of(invalid, locale));
            model.addAttribute("name", name);
            model.addAttribute("email", email);
            return show(null, model);
        }
    }

    private String show(UUID after, Model model) {
        var found = transaction.execute(status -> {
            audit.record("onboarding.listed", "onboarding", null, null);
            return enrolments.onTheWay(after, PAGE + 1);
        });
        var more = found.size() > PAGE;
        model.addAttribute("people", more ? found.subList(0, PAGE) : found);
        model.addAttribute("first", after == null ? null : "/desk/onboarding");
        model.addAttribute(
                "next", more ? "/desk/onboarding?after=" + found.get(PAGE - 1).id() : null);
        model.addAttribute("zone", clinics.current().timeZone());
        model.addAttribute("languages", Languages.offered());
        return VIEW;
    }
}
