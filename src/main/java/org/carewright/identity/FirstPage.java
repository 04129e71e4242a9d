package org.carewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Where someone lands after signing in: the page they asked for, else the desk, for operators Cockpit. */
class FirstPage extends SavedRequestAwareAuthenticationSuccessHandler {

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
        return ((StaffPrincipal) signedIn.getPrincipal()).firstPage();
    }
}
