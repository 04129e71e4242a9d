package org.carewright.identity.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.carewright.identity.Door;
import org.carewright.identity.account.Invites;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accepting an invite, of staff and of family (IAM-7). */
@Controller
class InviteController {

    private static final String FORM = "identity/accept-invite";

    private final Invites invites;
    private final AccountLimits limits;
    private final ErrorTexts errors;

    InviteController(Invites invites, AccountLimits limits, ErrorTexts errors) {
        this.invites = invites;
        this.limits = limits;
        this.errors = errors;
    }

    @ModelAttribute("doorPath")
    String doorPath(HttpServletRequest request) {
        return door(request).path();
    }

    @GetMapping({"/desk/invite/{token}", "/portal/invite/{token}"})
    String form(@PathVariable String token, Model model, HttpServletRequest request) {
        var invite = invites.look(door(request), token);
        model.addAttribute("email", invite.email());
        model.addAttribute("name", invite.displayName());
        return FORM;
    }

    @PostMapping({"/desk/invite/{token}", "/portal/invite/{token}"})
    String accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(request, token);
        try {
            invites.accept(door(request), token, name, password);
        } catch (InvalidFormException refused) {
            errors.show(refused, model, locale, response);
            model.addAttribute("email", invites.look(door(request), token).email());
            model.addAttribute("name", name);
            return FORM;
        }
        return "redirect:" + door(request).signIn() + "?invited";
    }

    private static Door door(HttpServletRequest request) {
        return Door.at(
                request.getRequestURI().substring(request.getContextPath().length()));
    }
}
