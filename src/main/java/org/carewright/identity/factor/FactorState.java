package org.carewright.identity.factor;

/**
 * Which second factors an account has.
 *
 * @param totp an authenticator app that has been confirmed
 * @param passkeys how many
 * @param recoveryCodes how many are unused
 */
public record FactorState(boolean totp, int passkeys, int recoveryCodes) {

    /** Whether sign-in asks for a second factor. Recovery codes alone are none. */
    public boolean enrolled() {
        return totp || passkeys > 0;
    }
}
