package org.carewright.identity;

import java.util.UUID;
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
     * What someone holds between the steps. Its name isn't the account's id, so code that takes whoever has a name for
     * signed in gets nowhere.
     */
    interface Pending {

        UUID accountId();
    }
}
