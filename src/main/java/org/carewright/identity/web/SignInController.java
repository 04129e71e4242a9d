package org.carewright.identity.web;

import org.carewright.identity.AccountPrincipal;
import org.carewright.identity.Door;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows each door's sign-in page; the sign-in itself is Spring Security's. */
@Controller
class SignInController {

    @GetMapping("/desk/sign-in")
    String desk(Authentication signedIn, Model model) {
        return page(Door.DESK, signedIn, model);
    }

    @GetMapping("/portal/sign-in")
    String portal(Authentication signedIn, Model model) {
        return page(Door.PORTAL, signedIn, model);
    }

    private static String page(Door door, Authentication signedIn, Model model) {
        if (signedIn != null && signedIn.getPrincipal() instanceof AccountPrincipal person && person.door() == door) {
            return "redirect:" + person.firstPage();
        }
        model.addAttribute("door", door.code());
        model.addAttribute("doorPath", door.path());
        return "identity/sign-in";
    }
}
