package org.carewright.identity.factor;

import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** What can be wrong with a request about second factors. */
final class FactorProblems {

    private FactorProblems() {}

    static ProblemException alreadyThere() {
        return new ProblemException(HttpStatus.CONFLICT, "second_factor_exists");
    }

    static ProblemException noneYet() {
        return new ProblemException(HttpStatus.CONFLICT, "second_factor_missing");
    }

    static ProblemException passkeyRefused() {
        return new ProblemException(HttpStatus.BAD_REQUEST, "passkey_refused");
    }

    static ProblemException lastRequired() {
        return new ProblemException(HttpStatus.CONFLICT, "second_factor_required");
    }
}
