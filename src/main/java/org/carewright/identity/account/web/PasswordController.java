package org.carewright.identity.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.carewright.identity.AccountPrincipal;
import org.carewright.identity.Door;
import org.carewright.identity.account.Passwords;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Forgotten and changed passwords, at both doors (IAM-2). */
@Controller
class PasswordController {

    private static final String CHOOSE = "identity/choose-password";
    private static final String CHANGE = "identity/change-password";

    private final Passwords passwords;
    private final AccountLimits limits;
    private final ErrorTexts errors;

    PasswordController(Passwords passwords, AccountLimits limits, ErrorTexts errors) {
        this.passwords = passwords;
        this.limits = limits;
        this.errors = errors;
    }

    @ModelAttribute("doorPath")
    String doorPath(HttpServletRequest request) {
        return door(request).path();
    }

    @GetMapping({"/desk/forgot", "/portal/forgot"})
    String forgotForm() {
        return "identity/forgot";
    }

    @PostMapping({"/desk/forgot", "/portal/forgot"})
    String forgot(@RequestParam(defaultValue = "") String email, Model model, HttpServletRequest request) {
        limits.take(request, email);
        passwords.forgot(door(request), email);
        model.addAttribute("message", "forgot-sent");
        return "identity/account-message";
    }

    @GetMapping({"/desk/reset/{token}", "/portal/reset/{token}"})
    String resetForm(@PathVariable String token, HttpServletRequest request) {
        passwords.look(door(request), token);
        return CHOOSE;
    }

    @PostMapping({"/desk/reset/{token}", "/portal/reset/{token}"})
    String reset(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            passwords.reset(door(request), token, password);
        } catch (InvalidFormException refused) {
            errors.show(refused, model, locale, response);
            return CHOOSE;
        }
        return "redirect:" + door(request).signIn() + "?reset";
    }

    @GetMapping({"/desk/password", "/portal/password"})
    String changeForm() {
        return CHANGE;
    }

    /** Ends all sessions, this one too: one signs in anew with the new password. */
    @PostMapping({"/desk/password", "/portal/password"})
    String change(
            @AuthenticationPrincipal AccountPrincipal person,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(request, person.getName());
        try {
            passwords.change(person, current, password);
        } catch (InvalidFormException refused) {
            errors.show(refused, model, locale, response);
            return CHANGE;
        }
        request.getSession().invalidate();
        return "redirect:" + person.door().signIn() + "?reset";
    }

    private static Door door(HttpServletRequest request) {
        return Door.at(
                request.getRequestURI().substring(request.getContextPath().length()));
    }
}
