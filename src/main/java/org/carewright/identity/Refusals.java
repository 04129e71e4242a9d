package org.carewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** What someone hears who isn't signed in, or couldn't be. */
class Refusals implements AuthenticationEntryPoint, AuthenticationFailureHandler {

    /** Staff's pages lead to the sign-in page, their data calls say 401, and everything else doesn't exist. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/camunda/api/") || path.startsWith("/api/")) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } else if (isStaffPage(path)) {
            response.sendRedirect(request.getContextPath() + SecurityConfiguration.SIGN_IN);
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    static boolean isStaffPage(String path) {
        return path.equals("/desk")
                || path.startsWith("/desk/")
                || path.equals("/camunda")
                || path.startsWith(EnginePages.ROOT);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyAttemptsException tooMany) {
            response.setHeader("Retry-After", tooMany.retryAfterSeconds());
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            response.sendRedirect(request.getContextPath() + SecurityConfiguration.SIGN_IN + "?refused");
        }
    }
}
