package org.carewright.identity;

/** How a second factor is shown (IAM-4). */
public enum SecondFactorMethod {
    /** A code of an authenticator app. */
    TOTP,
    PASSKEY,
    /** A code in a text message to a confirmed phone. */
    SMS_CODE,
    RECOVERY_CODE
}
