package org.carewright.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Where someone lands after signing in: the page they asked for at this door, else the door's first page. */
class FirstPage extends SavedRequestAwareAuthenticationSuccessHandler {

    private final HttpSessionRequestCache askedFor = new HttpSessionRequestCache();

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws ServletException, IOException {
        forgetPageOfOtherDoor(request, response, (AccountPrincipal) signedIn.getPrincipal());
        super.onAuthenticationSuccess(request, response, signedIn);
    }

    private void forgetPageOfOtherDoor(
            HttpServletRequest request, HttpServletResponse response, AccountPrincipal person) {
        var saved = askedFor.getRequest(request, response);
        if (saved != null) {
            var path = URI.create(saved.getRedirectUrl())
                    .getPath()
                    .substring(request.getContextPath().length());
            if (Door.at(path) != person.door()) {
                askedFor.removeRequest(request, response);
            }
        }
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
        return ((AccountPrincipal) signedIn.getPrincipal()).firstPage();
    }
}
