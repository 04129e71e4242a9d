package org.carewright.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import org.carewright.identity.AccountPrincipal;
import org.carewright.identity.Door;
import org.carewright.identity.SignInStep;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** How long whose session lasts. */
@Component
class SessionLimits {

    private static final Duration ABSOLUTE = Duration.ofHours(12);

    /** Between password and second factor. */
    private static final Duration STEP = Duration.ofMinutes(10);

    private static final int LONGEST_DEVICE = 200;

    private final ClinicSecurityService settings;
    private final ClinicScope clinic;

    SessionLimits(ClinicSecurityService settings, ClinicScope clinic) {
        this.settings = settings;
        this.clinic = clinic;
    }

    static String kind(Authentication person) {
        return (isPending(person) ? "step:" : "full:") + person.getName();
    }

    SessionFacts begin(Authentication person, HttpServletRequest request, Instant now) {
        var idle = isPending(person) ? STEP : idle(person);
        var absolute = isPending(person) ? STEP : ABSOLUTE;
        return new SessionFacts(kind(person), now, now, idle, absolute, device(request));
    }

    private Duration idle(Authentication person) {
        if (!(person.getPrincipal() instanceof AccountPrincipal account)) {
            return Duration.ofMinutes(ClinicSecurity.LEAST_IDLE_MINUTES);
        }
        var rules = account.clinicId() == null
                ? ClinicSecurity.DEFAULT
                : clinic.call(account.clinicId(), settings::current);
        return Duration.ofMinutes(account.door() == Door.DESK ? rules.staffIdleMinutes() : rules.portalIdleMinutes());
    }

    private static boolean isPending(Authentication person) {
        return person.getAuthorities().stream()
                .anyMatch(authority -> authority.getAuthority().equals(SignInStep.PENDING));
    }

    private static String device(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        if (agent == null) {
            return "";
        }
        return agent.length() > LONGEST_DEVICE ? agent.substring(0, LONGEST_DEVICE) : agent;
    }
}
