package org.carewright.clinics.web;

import org.carewright.clinics.ClinicService;
import org.carewright.shared.web.PortalPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every {@link PortalPage}. */
@ControllerAdvice(annotations = PortalPage.class)
class PortalPageFrame {

    private final ClinicService clinics;

    PortalPageFrame(ClinicService clinics) {
        this.clinics = clinics;
    }

    @ModelAttribute
    void frame(Model model) {
        var clinic = clinics.current();
        model.addAttribute("clinic", clinic);
        model.addAttribute("zone", clinic.timeZone());
        model.addAttribute("layoutNavigation", "portal/navigation");
        model.addAttribute("homeHref", "/portal");
    }
}
