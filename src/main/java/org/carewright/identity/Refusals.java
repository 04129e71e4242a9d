package org.carewright.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carewright.identity.matrix.MatrixAuthorization;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What someone hears who isn't signed in, or couldn't be. */
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    /** Operators' own pages; they sign in at the desk. */
    private static final String OPERATORS = "/ops";

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
            var ended = request.getAttribute(SignInStep.ENDED) == null ? "" : "?ended";
            response.sendRedirect(request.getContextPath() + Door.at(path).signIn() + ended);
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (!(refusal instanceof CsrfException) && isOtherMethod(request, response)) {
            response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
        } else if (!(refusal instanceof CsrfException) && isStepMissingOrDone(request, response)) {
            // It was answered.
        } else {
            forbidden.handle(request, response, refusal);
        }
    }

    /**
     * Who is between password and second factor is led to its page, from pages only, and their data calls say 401; who
     * has done both is led on from there.
     */
    private static boolean isStepMissingOrDone(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var person = SecurityContextHolder.getContext().getAuthentication();
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var isPage = HttpMethod.GET.matches(request.getMethod())
                && isPageBehindDoor(path)
                && !path.startsWith("/camunda/api/");
        if (isPending(person)) {
            if (isPage) {
                response.sendRedirect(request.getContextPath() + SignInStep.page(path));
            } else {
                response.sendError(HttpStatus.UNAUTHORIZED.value());
            }
            return true;
        }
        if (isPage && path.equals(SignInStep.page(path)) && person.getPrincipal() instanceof AccountPrincipal account) {
            response.sendRedirect(request.getContextPath() + account.firstPage());
            return true;
        }
        return false;
    }

    private static boolean isPending(Authentication person) {
        return person.getAuthorities().stream()
                .anyMatch(authority -> authority.getAuthority().equals(SignInStep.PENDING));
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
                || isBelow(OPERATORS, path)
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
