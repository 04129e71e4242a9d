package org.carewright.identity.key.web;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.StaffPrincipal;
import org.carewright.identity.key.ApiKeys;
import org.carewright.shared.problem.ProblemException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The clinic's API keys, for who runs the clinic (PLT-5). */
@Controller
@RequestMapping("/desk/settings/api-keys")
class ApiKeyController {

    private static final String VIEW = "identity/api-keys";
    private static final int USUAL_DAYS = 90;

    private final ApiKeys keys;
    private final ClinicService clinics;
    private final Clock clock;

    ApiKeyController(ApiKeys keys, ClinicService clinics, Clock clock) {
        this.keys = keys;
        this.clinics = clinics;
        this.clock = clock;
    }

    @GetMapping
    String page(Model model) {
        return page(model, "", Set.of(), USUAL_DAYS);
    }

    /** Answers with the page itself: a redirect would have to keep the key somewhere until the page is shown. */
    @PostMapping
    String create(
            @RequestParam String name,
            @RequestParam(defaultValue = "") Set<String> scopes,
            @RequestParam int days,
            @AuthenticationPrincipal StaffPrincipal person,
            Model model) {
        try {
            model.addAttribute("made", keys.create(name, scopes, days, person.accountId()));
            return page(model);
        } catch (ProblemException refusal) {
            model.addAttribute("error", "problem." + refusal.code());
            return page(model, name, scopes, days);
        }
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable UUID id, RedirectAttributes flash) {
        keys.revoke(id);
        flash.addFlashAttribute("notice", "api-keys.revoked-now");
        return "redirect:/desk/settings/api-keys";
    }

    private String page(Model model, String name, Set<String> scopes, int days) {
        var clinic = clinics.current();
        model.addAttribute("clinic", clinic);
        model.addAttribute("zone", clinic.timeZone());
        model.addAttribute("now", clock.instant());
        model.addAttribute("keys", keys.list());
        model.addAttribute("scopes", keys.scopes());
        model.addAttribute("name", name);
        model.addAttribute("chosen", scopes);
        model.addAttribute("days", days);
        model.addAttribute("longestDays", ApiKeys.LONGEST_DAYS);
        model.addAttribute("here", "api-keys");
        model.addAttribute("layoutNavigation", "desk/navigation");
        model.addAttribute("homeHref", "/desk");
        return VIEW;
    }
}
