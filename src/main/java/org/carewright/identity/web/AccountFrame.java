package org.carewright.identity.web;

import org.carewright.identity.PortalPrincipal;
import org.carewright.identity.StaffPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;

/** What pages about one's own account show around their content: the navigation of who is signed in. */
public final class AccountFrame {

    private AccountFrame() {}

    /** @param here which page this is, for the navigation */
    public static void fill(Model model, Authentication person, String here) {
        if (person.getPrincipal() instanceof StaffPrincipal staff && staff.clinicId() != null) {
            model.addAttribute("layoutNavigation", "desk/navigation");
            model.addAttribute("homeHref", DoorPath.DESK);
            model.addAttribute("here", here);
        } else if (person.getPrincipal() instanceof StaffPrincipal operator) {
            model.addAttribute("layoutNavigation", "ops/navigation");
            model.addAttribute("homeHref", operator.firstPage());
        } else if (person.getPrincipal() instanceof PortalPrincipal) {
            model.addAttribute("layoutNavigation", "portal/navigation");
            model.addAttribute("homeHref", DoorPath.PORTAL);
            model.addAttribute("here", here);
        }
    }
}
