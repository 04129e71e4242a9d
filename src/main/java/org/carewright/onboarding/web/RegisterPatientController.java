package org.carewright.onboarding.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.carewright.clinics.Clinic;
import org.carewright.clinics.ClinicService;
import org.carewright.onboarding.patient.Onboarding;
import org.carewright.onboarding.patient.RegistrationForm;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.FormParameters;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.ErrorTexts;
import org.carewright.shared.web.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind a clinic's QR code: a new patient registers (ONB-1). */
@Controller
@RequestMapping("/c/{slug}/register")
class RegisterPatientController {

    private static final String PAGE = "onboarding/register";
    private static final String SENT = "onboarding/sent";
    private static final String PASSWORD = "password";

    private final Onboarding onboarding;
    private final RegistrationForm form;
    private final ClinicService clinics;
    private final ClinicScope scope;
    private final RateLimits limits;
    private final ErrorTexts texts;

    RegisterPatientController(
            Onboarding onboarding,
            RegistrationForm form,
            ClinicService clinics,
            ClinicScope scope,
            RateLimits limits,
            ErrorTexts texts) {
        this.onboarding = onboarding;
        this.form = form;
        this.clinics = clinics;
        this.scope = scope;
        this.limits = limits;
        this.texts = texts;
    }

    @GetMapping
    String form(@PathVariable String slug, Model model, Locale locale) {
        return inClinic(slug, model, () -> show(Map.of(), List.of(), model, locale));
    }

    /** The form's fields with the conditions as they are now; htmx asks when a choice changes. */
    @PostMapping(headers = "HX-Request")
    String refresh(@PathVariable String slug, Model model, Locale locale, HttpServletRequest request) {
        var values = FormParameters.read(request.getParameterMap());
        return inClinic(slug, model, () -> {
            show(values, List.of(), model, locale);
            return "fragments/form :: fields(form=${form}, values=${values}, errors=${errors})";
        });
    }

    @PostMapping(headers = "!HX-Request")
    String register(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "website", defaultValue = "") String honeypot,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!honeypot.isEmpty()) {
            // People don't see that field. Whoever fills it in learns nothing from the answer.
            return inClinic(slug, model, () -> SENT);
        }
        var values = FormParameters.read(request.getParameterMap());
        limits.take("account-client", request.getRemoteAddr());
        limits.take("account-mail", String.valueOf(values.get("email")).strip().toLowerCase(Locale.ROOT));
        return inClinic(slug, model, () -> {
            try {
                onboarding.register(values, password, locale.toLanguageTag());
                return SENT;
            } catch (InvalidFormException invalid) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                return show(values, invalid.errors(), model, locale);
            }
        });
    }

    private String show(Map<String, Object> values, List<FieldError> errors, Model model, Locale locale) {
        var known = new HashMap<>(form.data());
        known.putAll(values);
        model.addAttribute("form", form.definition(false));
        model.addAttribute("values", known);
        model.addAttribute(
                "errors",
                errors.stream().filter(error -> !error.key().equals(PASSWORD)).toList());
        errors.stream()
                .filter(error -> error.key().equals(PASSWORD))
                .findFirst()
                .ifPresent(error -> model.addAttribute("passwordError", texts.of(error, locale)));
        var clinic = (Clinic) model.getAttribute("clinic");
        model.addAttribute("formRefresh", clinic == null ? null : "/c/" + clinic.slug() + "/register");
        return PAGE;
    }

    private String inClinic(String slug, Model model, Supplier<String> page) {
        var clinicId = clinics.idBySlug(slug).orElseThrow(ProblemException::notFound);
        return scope.call(clinicId, () -> {
            model.addAttribute("clinic", clinics.current());
            return page.get();
        });
    }
}
