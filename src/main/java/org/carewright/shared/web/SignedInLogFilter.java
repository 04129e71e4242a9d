package org.carewright.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.carewright.shared.logging.LogFields;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells log lines who is signed in; comes after Spring Security, which knows. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 1)
class SignedInLogFilter extends OncePerRequestFilter {

    /** Account ids only: a principal of another kind might be named by an e-mail address. */
    private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var principal = request.getUserPrincipal();
        var known = principal != null && ACCOUNT_ID.matcher(principal.getName()).matches();
        if (known) {
            MDC.put(LogFields.USER, principal.getName());
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (known) {
                MDC.remove(LogFields.USER);
            }
        }
    }
}
