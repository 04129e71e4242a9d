package org.carewright.identity;

import org.carewright.shared.problem.ProblemException;
import org.springframework.security.core.Authentication;

/**
 * What comes between a right password and being signed in (IAM-4). Who still has a step to take holds an authentication
 * whose one authority is {@value #PENDING}: none of the roles, so the role matrix opens its own pages and nothing else.
 */
public interface SignInStep {

    /** The one authority of someone who is between the two steps. */
    String PENDING = "ROLE_SECOND_FACTOR";

    /** Request attribute: the session of whoever asks was ended just now, as its time was over. */
    String ENDED = "carewright.session-ended";

    /** The page of the second step at the door that a path lies behind. */
    static String page(String path) {
        return Door.at(path).path() + "/second-factor";
    }

    /**
     * @param signedIn someone whose password was right, with all their roles
     * @return the same, or what they hold until they have taken the step
     */
    Authentication after(Authentication signedIn);

    /**
     * Takes the step at once, for apps, which have no page for it. Whoever checks a password without a page must call
     * this: what {@link #after} gave may not be signed in yet.
     *
     * @param afterPassword what {@link #after} gave
     * @param code of the authenticator app, or a recovery code; null when none was sent
     * @return someone who is signed in with all their roles
     * @throws ProblemException 401 {@code second_factor_needed} when a code is needed and none was sent, 401
     *     {@code second_factor_refused} when it is wrong, 403 {@code second_factor_set_up} when the account must first
     *     set one up at the desk's sign-in, 429 after too many attempts
     */
    default Authentication take(Authentication afterPassword, String code) {
        throw new UnsupportedOperationException("Nobody can take this step without a page");
    }
}
