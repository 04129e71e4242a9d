package org.carewright.audit.web;

import org.carewright.clinics.Clinic;
import org.springframework.ui.Model;

/** What both pages show around their own content. */
final class AuditPages {

    private AuditPages() {}

    static void frame(Model model, Clinic clinic, String here) {
        model.addAttribute("clinic", clinic);
        model.addAttribute("layoutNavigation", "desk/navigation");
        model.addAttribute("homeHref", "/desk");
        model.addAttribute("here", here);
    }
}
