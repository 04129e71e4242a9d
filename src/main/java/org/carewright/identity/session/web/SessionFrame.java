package org.carewright.identity.session.web;

import jakarta.servlet.http.HttpServletRequest;
import org.carewright.identity.SignInStep;
import org.carewright.identity.StaffPrincipal;
import org.carewright.identity.web.Door;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page whether a session is running out behind it, and where its script asks. */
@ControllerAdvice
class SessionFrame {

    /** @return null for strangers and for who is between the steps */
    @ModelAttribute("sessionAddress")
    String sessionAddress(Authentication person, HttpServletRequest request) {
        if (person == null
                || person.getAuthorities().stream()
                        .anyMatch(authority -> authority.getAuthority().equals(SignInStep.PENDING))) {
            return null;
        }
        var door = person.getPrincipal() instanceof StaffPrincipal ? Door.DESK : Door.PORTAL;
        return request.getContextPath() + door + "/session";
    }
}
