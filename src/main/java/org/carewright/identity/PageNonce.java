package org.carewright.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a number used once: scripts and styles of its page may only run with it. Templates know it as
 * {@code ${cspNonce}}.
 */
class PageNonce extends OncePerRequestFilter {

    static final String ATTRIBUTE = "cspNonce";

    private static final int BYTES = 18;

    private final SecureRandom random = new SecureRandom();

    static String of(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        request.setAttribute(ATTRIBUTE, Base64.getEncoder().encodeToString(bytes));
        chain.doFilter(request, response);
    }
}
