package org.carewright.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.carewright.shared.web.Allowance;
import org.carewright.shared.web.RateLimits;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * How often the API may be asked (PLT-5): from one address, with one account or key, and by a whole clinic. What is left
 * of the narrowest limit is told in the headers {@code RateLimit} and {@code RateLimit-Policy} (IETF draft).
 */
@Component
class ApiLimits {

    private static final String ADDRESS = "api-address";
    private static final String CALLER = "api-caller";
    private static final String CLINIC = "api-clinic";

    private final RateLimits limits;

    ApiLimits(RateLimits limits) {
        this.limits = limits;
    }

    /** @throws org.carewright.shared.problem.ProblemException 429 */
    void countAddress(String address) {
        limits.take(ADDRESS, address);
    }

    /** @throws org.carewright.shared.problem.ProblemException 429 */
    void countCaller(Authentication caller, HttpServletResponse response) {
        tell(limits.count(CALLER, caller.getName()), response);
        if (caller.getPrincipal() instanceof InClinic member && member.clinicId() != null) {
            countClinic(member.clinicId(), response);
        }
    }

    private void countClinic(UUID clinicId, HttpServletResponse response) {
        var left = limits.count(CLINIC, clinicId.toString());
        if (left.isExhausted()) {
            tell(left, response);
        }
    }

    private static void tell(Allowance left, HttpServletResponse response) {
        var name = '"' + left.limit() + '"';
        response.setHeader(
                "RateLimit-Policy",
                name + ";q=" + left.capacity() + ";w=" + left.refill().toSeconds());
        response.setHeader(
                "RateLimit",
                name + ";r=" + left.remaining() + ";t=" + left.fullIn().toSeconds());
        if (left.isExhausted()) {
            throw left.problem();
        }
    }
}
