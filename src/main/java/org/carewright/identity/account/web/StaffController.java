package org.carewright.identity.account.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.identity.account.Invites;
import org.carewright.identity.account.StaffAdministration;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.ErrorTexts;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works at the clinic: invite, change, close, sign out (IAM-7). For managers and clinic administrators. */
@Controller
@RequestMapping("/desk/staff")
class StaffController {

    private static final String VIEW = "identity/staff";
    private static final String PAGE = "redirect:/desk/staff";

    private final StaffAdministration staff;
    private final Invites invites;
    private final ClinicService clinics;
    private final ErrorTexts errors;

    StaffController(StaffAdministration staff, Invites invites, ClinicService clinics, ErrorTexts errors) {
        this.staff = staff;
        this.invites = invites;
        this.clinics = clinics;
        this.errors = errors;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffPrincipal by, Model model) {
        var clinic = clinics.current();
        model.addAttribute("clinic", clinic);
        model.addAttribute("zone", clinic.timeZone());
        model.addAttribute("layoutNavigation", "desk/navigation");
        model.addAttribute("homeHref", Door.DESK.path());
        model.addAttribute("here", "staff");
        model.addAttribute("me", by.accountId());
        model.addAttribute(
                "reach", StaffAdministration.inReachOf(by).stream().sorted().toList());
        model.addAttribute("colleagues", staff.all());
        model.addAttribute("invites", invites.open(Door.DESK));
        return VIEW;
    }

    @PostMapping("/invite")
    String invite(
            @AuthenticationPrincipal StaffPrincipal by,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(name = "roles", defaultValue = "") List<String> roles,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            staff.invite(by, email, name, roles(roles));
        } catch (InvalidFormException refused) {
            errors.show(refused, model, locale, response);
            model.addAttribute("name", name);
            model.addAttribute("email", email);
            return page(by, model);
        }
        flash.addFlashAttribute("notice", "staff.notice.invited");
        return PAGE;
    }

    @PostMapping("/invites/{id}/withdraw")
    String withdraw(@AuthenticationPrincipal StaffPrincipal by, @PathVariable UUID id, RedirectAttributes flash) {
        return done("staff.notice.withdrawn", flash, () -> staff.withdrawInvite(by, id));
    }

    @PostMapping("/{id}/roles")
    String roles(
            @AuthenticationPrincipal StaffPrincipal by,
            @PathVariable UUID id,
            @RequestParam(name = "roles", defaultValue = "") List<String> roles,
            RedirectAttributes flash) {
        return done("staff.notice.roles", flash, () -> staff.changeRoles(by, id, roles(roles)));
    }

    @PostMapping("/{id}/close")
    String close(@AuthenticationPrincipal StaffPrincipal by, @PathVariable UUID id, RedirectAttributes flash) {
        return done("staff.notice.closed", flash, () -> staff.close(by, id));
    }

    @PostMapping("/{id}/reopen")
    String reopen(@AuthenticationPrincipal StaffPrincipal by, @PathVariable UUID id, RedirectAttributes flash) {
        return done("staff.notice.reopened", flash, () -> staff.reopen(by, id));
    }

    @PostMapping("/{id}/sign-out")
    String signOut(@AuthenticationPrincipal StaffPrincipal by, @PathVariable UUID id, RedirectAttributes flash) {
        return done("staff.notice.signed-out", flash, () -> staff.signOutEverywhere(by, id));
    }

    @PostMapping("/{id}/reset-factor")
    String resetFactor(@AuthenticationPrincipal StaffPrincipal by, @PathVariable UUID id, RedirectAttributes flash) {
        return done("staff.notice.factor-reset", flash, () -> staff.resetSecondFactor(by, id));
    }

    private static String done(String notice, RedirectAttributes flash, Runnable change) {
        try {
            change.run();
            flash.addFlashAttribute("notice", notice);
        } catch (ProblemException e) {
            if (e.status() != HttpStatus.CONFLICT) {
                throw e;
            }
            flash.addFlashAttribute("problem", "problem." + e.code());
        }
        return PAGE;
    }

    private static Set<Role> roles(List<String> codes) {
        var roles = new LinkedHashSet<Role>();
        try {
            codes.stream().filter(code -> !code.isBlank()).map(Role::of).forEach(roles::add);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
        return roles;
    }
}
