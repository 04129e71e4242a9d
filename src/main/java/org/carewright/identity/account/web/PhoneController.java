package org.carewright.identity.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.PortalPrincipal;
import org.carewright.identity.account.PhoneVerification;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Verifying one's phone by a code (IAM-2). */
@Controller
class PhoneController {

    private static final String FORM = "identity/phone";
    private static final String PAGE = "redirect:/portal/phone";

    private final PhoneVerification phones;
    private final ClinicService clinics;
    private final AccountLimits limits;
    private final ErrorTexts errors;

    PhoneController(PhoneVerification phones, ClinicService clinics, AccountLimits limits, ErrorTexts errors) {
        this.phones = phones;
        this.clinics = clinics;
        this.limits = limits;
        this.errors = errors;
    }

    @GetMapping("/portal/phone")
    String form(@AuthenticationPrincipal PortalPrincipal person, Model model) {
        model.addAttribute("clinic", clinics.current());
        model.addAttribute("layoutNavigation", "portal/navigation");
        model.addAttribute("homeHref", person.firstPage());
        model.addAttribute("here", "phone");
        model.addAttribute("phone", phones.of(person.accountId()));
        return FORM;
    }

    @PostMapping("/portal/phone")
    String send(
            @AuthenticationPrincipal PortalPrincipal person,
            @RequestParam(name = "phone", defaultValue = "") String typed,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(request, "phone:" + person.getName());
        try {
            phones.sendCode(person.accountId(), typed);
        } catch (InvalidFormException refused) {
            errors.show(refused, model, locale, response);
            return form(person, model);
        }
        return PAGE;
    }

    @PostMapping("/portal/phone/code")
    String confirm(
            @AuthenticationPrincipal PortalPrincipal person,
            @RequestParam(defaultValue = "") String code,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            phones.confirm(person.accountId(), code);
        } catch (InvalidFormException refused) {
            errors.show(refused, model, locale, response);
            return form(person, model);
        }
        return PAGE;
    }
}
