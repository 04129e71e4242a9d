package org.carewright.identity.session.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.carewright.identity.session.ClinicSecurityService;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Opens a clinic's administration only for the addresses it has chosen (IAM-7). The address is the one the container
 * gives: the client's own, or what a proxy on the private network tells.
 */
@Component
class AdminAddresses implements HandlerInterceptor, WebMvcConfigurer {

    /** The administration's pages and their data calls. */
    private static final String[] PATHS = {
        "/desk/settings/**",
        "/desk/staff/**",
        "/desk/accounts/**",
        "/desk/audit/**",
        "/desk/patient-imports/**",
        "/desk/patient-export",
        "/desk/figures/**",
        "/desk/api-keys/**",
        "/api/v1/staff/**",
        "/api/v1/admin/**",
        "/api/v1/audit/**",
        "/api/v1/api-keys/**"
    };

    private final ClinicSecurityService settings;
    private final ClinicScope clinic;

    AdminAddresses(ClinicSecurityService settings, ClinicScope clinic) {
        this.settings = settings;
        this.clinic = clinic;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns(PATHS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (clinic.current().isPresent() && !settings.letsIn(request.getRemoteAddr())) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "address_not_allowed");
        }
        return true;
    }
}
