package org.carewright.identity.factor;

import java.util.UUID;

/** Codes by text message (IAM-4): ten minutes, five attempts, each once. Needs no clinic's scope. */
public interface SmsCodes {

    /** Whether the account may have them: at the portal, its phone is confirmed, and its clinic allows it. */
    boolean offeredTo(UUID accountId);

    /**
     * Sends a code to the account's confirmed phone; one sent before no longer works.
     *
     * @throws org.carewright.shared.problem.ProblemException 404 for an account without such codes; 429 when too many
     *     were asked for
     */
    void send(UUID accountId);

    /** Takes a code; counts the attempt. Runs in the caller's transaction, which must not be rolled back. */
    boolean use(UUID accountId, String typed);
}
