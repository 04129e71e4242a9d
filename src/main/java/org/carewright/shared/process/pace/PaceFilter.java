package org.carewright.shared.process.pace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells {@link Pace} of requests behind which somebody waits: not of providers' calls, and not of the sandbox's. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PaceFilter extends OncePerRequestFilter {

    private static final List<String> NOBODY_WAITS = List.of("/sandbox/", "/webhooks/", "/api/v1/payments/webhook/");

    private final Pace pace;

    PaceFilter(Pace pace) {
        this.pace = pace;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return NOBODY_WAITS.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        pace.requestBegins();
        try {
            chain.doFilter(request, response);
        } finally {
            pace.requestEnds();
        }
    }
}
