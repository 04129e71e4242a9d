package org.carewright.identity.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.account.Registration;
import org.carewright.identity.account.Registration.Application;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opening an account at the portal, and confirming its address (IAM-2). */
@Controller
class RegistrationController {

    private static final String FORM = "identity/register";
    private static final String MESSAGE = "identity/account-message";

    private final Registration registration;
    private final ClinicService clinics;
    private final ClinicScope scope;
    private final AccountLimits limits;
    private final ErrorTexts errors;

    RegistrationController(
            Registration registration,
            ClinicService clinics,
            ClinicScope scope,
            AccountLimits limits,
            ErrorTexts errors) {
        this.registration = registration;
        this.clinics = clinics;
        this.scope = scope;
        this.limits = limits;
        this.errors = errors;
    }

    @GetMapping("/portal/register")
    String form(@RequestParam("clinic") String slug, Model model) {
        return inClinic(slug, model, () -> FORM);
    }

    @PostMapping("/portal/register")
    String register(
            @RequestParam("clinic") String slug,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(request, email);
        return inClinic(slug, model, () -> {
            try {
                registration.register(new Application(email, name, password, locale.toLanguageTag()));
                model.addAttribute("message", "register-sent");
                return MESSAGE;
            } catch (InvalidFormException refused) {
                errors.show(refused, model, locale, response);
                model.addAttribute("name", name);
                model.addAttribute("email", email);
                return FORM;
            }
        });
    }

    @GetMapping("/portal/verify")
    String resendForm() {
        return "identity/resend";
    }

    @PostMapping("/portal/verify")
    String resend(@RequestParam(defaultValue = "") String email, Model model, HttpServletRequest request) {
        limits.take(request, email);
        registration.resend(email.strip());
        model.addAttribute("message", "resend-sent");
        return MESSAGE;
    }

    /** Only shows a button: programs that check mails open links too. */
    @GetMapping("/portal/verify/{token}")
    String confirmForm(@PathVariable String token, Model model) {
        registration.look(token);
        model.addAttribute("token", token);
        return "identity/verify";
    }

    @PostMapping("/portal/verify/{token}")
    String confirm(@PathVariable String token) {
        registration.verify(token);
        return "redirect:/portal/sign-in?verified";
    }

    private String inClinic(String slug, Model model, java.util.function.Supplier<String> page) {
        var clinicId = clinics.idBySlug(slug).orElseThrow(ProblemException::notFound);
        return scope.call(clinicId, () -> {
            model.addAttribute("clinic", clinics.current());
            return page.get();
        });
    }
}
