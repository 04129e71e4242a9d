package org.carewright.identity.factor;

/**
 * Which second factors an account has.
 *
 * @param totp an authenticator app that has been confirmed
 * @param passkeys how many
 * @param sms codes by text message
 * @param recoveryCodes how many are unused
 */
public record FactorState(boolean totp, int passkeys, boolean sms, int recoveryCodes) {

    /** Whether sign-in asks for a second factor. Recovery codes alone are none. */
    public boolean enrolled() {
        return totp || passkeys > 0 || sms;
    }

    /** Whether a text message is the only way, beside recovery codes. */
    public boolean smsAlone() {
        return sms && !totp && passkeys == 0;
    }
}
