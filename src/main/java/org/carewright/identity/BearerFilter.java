package org.carewright.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.web.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in whoever brings a token or a key as {@code Authorization: Bearer}, and counts the requests. A cookie counts for
 * nothing here, so no other site can make someone's browser ask the API in their name.
 */
class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final String AUTH = "/api/v1/auth/";

    private final List<Bearer> bearers;
    private final ApiLimits limits;
    private final ProblemWriter problems;

    BearerFilter(List<Bearer> bearers, ApiLimits limits, ProblemWriter problems) {
        this.bearers = bearers;
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            authenticate(request, response);
        } catch (ProblemException refusal) {
            problems.write(response, refusal);
            return;
        }
        chain.doFilter(request, response);
    }

    private void authenticate(HttpServletRequest request, HttpServletResponse response) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (header != null || path.startsWith(AUTH)) {
            limits.countAddress(request.getRemoteAddr());
        }
        if (header == null) {
            return;
        }
        var caller = caller(header).orElseThrow(() -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            return new ProblemException(HttpStatus.UNAUTHORIZED, "invalid_token");
        });
        limits.countCaller(caller, response);
        SecurityContextHolder.setContext(new SecurityContextImpl(caller));
    }

    private Optional<Authentication> caller(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var credential = header.substring(SCHEME.length()).strip();
        return bearers.stream()
                .filter(bearer -> bearer.knows(credential))
                .findFirst()
                .flatMap(bearer -> bearer.authenticate(credential));
    }
}
