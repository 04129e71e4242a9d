package org.carewright.identity.web;

import org.carewright.clinics.ClinicService;
import org.carewright.identity.PortalNotice;
import org.carewright.identity.PortalPrincipal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where patients and family land after signing in. */
@Controller
class PortalController {

    private final ClinicService clinics;
    private final ObjectProvider<PortalNotice> notices;

    PortalController(ClinicService clinics, ObjectProvider<PortalNotice> notices) {
        this.clinics = clinics;
        this.notices = notices;
    }

    @GetMapping("/portal")
    String home(@AuthenticationPrincipal PortalPrincipal person, Model model) {
        model.addAttribute("clinic", clinics.current());
        model.addAttribute("layoutNavigation", "portal/navigation");
        model.addAttribute("homeHref", person.firstPage());
        model.addAttribute("here", "home");
        model.addAttribute("name", person.displayName());
        model.addAttribute(
                "notices",
                notices.stream().flatMap(notice -> notice.of(person).stream()).toList());
        return "portal/home";
    }
}
