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
public class FirstPage extends SavedRequestAwareAuthenticationSuccessHandler {

    private final HttpSessionRequestCache askedFor = new HttpSessionRequestCache();

    /** Who still has a step to take goes to its page; the page they asked for is kept for afterwards. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws ServletException, IOException {
        if (signedIn.getPrincipal() instanceof AccountPrincipal person) {
            forgetPageOfOtherDoor(request, response, person);
            super.onAuthenticationSuccess(request, response, signedIn);
        } else {
            getRedirectStrategy().sendRedirect(request, response, SignInStep.page(path(request)));
        }
    }

    /** Where someone goes on who has just taken the last step: an address or a path. */
    public String next(HttpServletRequest request, HttpServletResponse response, AccountPrincipal person) {
        forgetPageOfOtherDoor(request, response, person);
        var saved = askedFor.getRequest(request, response);
        askedFor.removeRequest(request, response);
        return saved == null ? person.firstPage() : saved.getRedirectUrl();
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

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
