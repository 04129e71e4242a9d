package org.carewright.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carewright.identity.matrix.MatrixAuthorization;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What someone hears who isn't signed in, or couldn't be. */
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();
    private final MatrixAuthorization matrix;

    Refusals(MatrixAuthorization matrix) {
        this.matrix = matrix;
    }

    /** Pages behind a door lead to its sign-in page, data calls say 401, and everything else doesn't exist. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (isOtherMethod(request, response)) {
            response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
        } else if (path.startsWith("/api/") && !matrix.knows(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (path.startsWith("/camunda/api/") || path.startsWith("/api/")) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } else if (isPageBehindDoor(path)) {
            response.sendRedirect(request.getContextPath() + Door.at(path).signIn());
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (!(refusal instanceof CsrfException) && isOtherMethod(request, response)) {
            response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
        } else {
            forbidden.handle(request, response, refusal);
        }
    }

    /** Whether the address is open to everyone, but not with this method; then the answer names the right ones. */
    private boolean isOtherMethod(HttpServletRequest request, HttpServletResponse response) {
        var methods = matrix.publicMethods(request);
        if (!methods.isEmpty()) {
            response.setHeader("Allow", String.join(", ", methods));
        }
        return !methods.isEmpty();
    }

    static boolean isPageBehindDoor(String path) {
        return isBelow(Door.DESK.path(), path)
                || isBelow(Door.PORTAL.path(), path)
                || path.equals("/camunda")
                || path.startsWith(EnginePages.ROOT);
    }

    private static boolean isBelow(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyAttemptsException tooMany) {
            response.setHeader("Retry-After", tooMany.retryAfterSeconds());
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            var path =
                    request.getRequestURI().substring(request.getContextPath().length());
            response.sendRedirect(request.getContextPath() + Door.at(path).signIn() + "?refused");
        }
    }
}
