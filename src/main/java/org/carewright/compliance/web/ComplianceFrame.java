package org.carewright.compliance.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The desk's navigation around the pages of compliance. */
@ControllerAdvice(
        assignableTypes = {EmergencyAccessController.class, RestrictionController.class, DisclosureController.class})
class ComplianceFrame {

    @ModelAttribute
    void frame(Model model) {
        model.addAttribute("layoutNavigation", "desk/navigation");
        model.addAttribute("homeHref", "/desk");
    }
}
