package org.carewright.audit.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Records what people do in Tasklist and Cockpit, after they did it, with how it ended and whom it is about. What operators do stands in the
 * platform's log. Comes after Spring Security, which knows who they are and enters their clinic.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 2)
class EngineDeedFilter extends OncePerRequestFilter {

    private final AuditLog log;
    private final DeedSubjects subjects;
    private final ClinicScope clinic;
    private final TransactionTemplate transaction;

    EngineDeedFilter(AuditLog log, DeedSubjects subjects, ClinicScope clinic, PlatformTransactionManager transactions) {
        this.log = log;
        this.subjects = subjects;
        this.clinic = clinic;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var deed = EngineDeed.of(request.getMethod(), path);
        if (deed.isEmpty() || request.getUserPrincipal() == null) {
            chain.doFilter(request, response);
            return;
        }
        var patientId = clinic.current().isEmpty()
                ? null
                : subjects.patientOf(deed.get()).orElse(null);
        var ended = false;
        try {
            chain.doFilter(request, response);
            ended = true;
        } finally {
            record(deed.get(), patientId, ended ? outcome(response.getStatus()) : AuditLog.FAILURE);
        }
    }

    private void record(EngineDeed deed, UUID patientId, String outcome) {
        clinic.run(
                clinic.current().orElse(AuditLog.PLATFORM),
                () -> transaction.executeWithoutResult(status ->
                        log.record(deed.action(), deed.resourceType(), deed.resourceId(), patientId, outcome, null)));
    }

    private static String outcome(int status) {
        if (status < HttpServletResponse.SC_BAD_REQUEST) {
            return AuditLog.SUCCESS;
        }
        var refused = status == HttpServletResponse.SC_UNAUTHORIZED || status == HttpServletResponse.SC_FORBIDDEN;
        return refused ? AuditLog.REFUSED : AuditLog.FAILURE;
    }
}
