package org.carewright.identity.factor;

import java.util.Set;
import java.util.UUID;
import org.carewright.identity.SignInStep;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Holds up who has a second factor, and who needs one by role (IAM-4). */
@Component
class SecondFactorStep implements SignInStep {

    /** These roles reach whole clinics' data, or everyone's. */
    private static final Set<String> NEEDED_FOR =
            Set.of("ROLE_MANAGER", "ROLE_PRIVACY_OFFICER", "ROLE_CLINIC_ADMIN", "ROLE_OPERATOR");

    private final SecondFactors factors;

    SecondFactorStep(SecondFactors factors) {
        this.factors = factors;
    }

    static boolean isNeededBy(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(NEEDED_FOR::contains);
    }

    @Override
    public Authentication after(Authentication signedIn) {
        var accountId = UUID.fromString(signedIn.getName());
        if (factors.of(accountId).enrolled()) {
            return new PendingSignIn(signedIn, false);
        }
        return isNeededBy(signedIn) && !factors.isDemo(accountId) ? new PendingSignIn(signedIn, true) : signedIn;
    }
}
