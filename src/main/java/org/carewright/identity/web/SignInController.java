package org.carewright.identity.web;

import org.carewright.identity.StaffPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the sign-in page; the sign-in itself is Spring Security's. */
@Controller
class SignInController {

    @GetMapping("/desk/sign-in")
    String page(Authentication signedIn) {
        return signedIn != null && signedIn.getPrincipal() instanceof StaffPrincipal person
                ? "redirect:" + person.firstPage()
                : "identity/sign-in";
    }
}
