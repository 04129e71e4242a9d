package org.carewright.identity.session.web;

import jakarta.servlet.http.HttpServletRequest;
import org.carewright.identity.AccountPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page whether a session is running out behind it, and where its script asks. */
@ControllerAdvice
class SessionFrame {

    /** @return null for strangers and for who is between the steps */
    @ModelAttribute("sessionAddress")
    String sessionAddress(Authentication person, HttpServletRequest request) {
        return person != null && person.getPrincipal() instanceof AccountPrincipal account
                ? request.getContextPath() + account.door().path() + "/session"
                : null;
    }
}
