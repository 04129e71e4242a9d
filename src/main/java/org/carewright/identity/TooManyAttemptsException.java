package org.carewright.identity;

import org.springframework.security.core.AuthenticationException;

/** Sign-in was tried too often from one address or for one account. */
class TooManyAttemptsException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final String retryAfterSeconds;

    TooManyAttemptsException(Object retryAfterSeconds) {
        super("Too many attempts to sign in");
        this.retryAfterSeconds = String.valueOf(retryAfterSeconds);
    }

    String retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
