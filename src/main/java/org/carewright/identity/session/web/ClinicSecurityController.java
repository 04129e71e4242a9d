package org.carewright.identity.session.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.carewright.identity.session.ClinicSecurity;
import org.carewright.identity.session.ClinicSecurityChange;
import org.carewright.identity.session.ClinicSecurityService;
import org.carewright.identity.web.AccountFrame;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a clinic decides how long a sign-in lasts and from where it is administered (IAM-5, IAM-7). */
@Controller
class ClinicSecurityController {

    private static final String PATH = "/desk/settings/security";
    private static final String VIEW = "identity/clinic-security";
    private static final int NO_NUMBER = -1;

    private final ClinicSecurityService settings;

    ClinicSecurityController(ClinicSecurityService settings) {
        this.settings = settings;
    }

    @GetMapping(PATH)
    String page(Authentication person, HttpServletRequest request, Model model) {
        fill(model, person, request, settings.current());
        return VIEW;
    }

    @PostMapping(PATH)
    String change(
            @RequestParam String staffIdleMinutes,
            @RequestParam String portalIdleMinutes,
            @RequestParam(defaultValue = "false") boolean smsCodes,
            @RequestParam(defaultValue = "") String adminAddresses,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var wanted = new ClinicSecurity(
                number(staffIdleMinutes), number(portalIdleMinutes), smsCodes, adminAddresses.strip());
        var change = settings.change(wanted, request.getRemoteAddr());
        if (change instanceof ClinicSecurityChange.Refused refused) {
            fill(model, person, request, wanted);
            model.addAttribute("refused", refused);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return VIEW;
        }
        return "redirect:" + PATH + "?saved";
    }

    private static void fill(Model model, Authentication person, HttpServletRequest request, ClinicSecurity settings) {
        AccountFrame.fill(model, person, "clinic-security");
        model.addAttribute("settings", settings);
        model.addAttribute("ownAddress", request.getRemoteAddr());
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return NO_NUMBER;
        }
    }
}
