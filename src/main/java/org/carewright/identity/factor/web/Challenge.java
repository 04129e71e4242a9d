package org.carewright.identity.factor.web;

import jakarta.servlet.http.HttpServletRequest;
import org.carewright.identity.factor.Passkeys.Ceremony;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The challenge of a passkey ceremony that is under way; it is good for one answer. */
final class Challenge {

    private static final String NAME = "carewright.passkey-challenge";

    private Challenge() {}

    static void keep(HttpServletRequest request, Ceremony ceremony) {
        request.getSession().setAttribute(NAME, ceremony.challenge());
    }

    /** @throws ProblemException 400 {@code passkey_refused} when none is under way */
    static String take(HttpServletRequest request) {
        var session = request.getSession();
        if (session.getAttribute(NAME) instanceof String challenge) {
            session.removeAttribute(NAME);
            return challenge;
        }
        throw new ProblemException(HttpStatus.BAD_REQUEST, "passkey_refused");
    }
}
