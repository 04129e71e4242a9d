package org.carewright.identity.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A new secret as its owner takes it into their app.
 *
 * @param email names the entry in the app
 */
public record TotpSetup(byte[] secret, String email) {

    private static final String ISSUER = "Carewright";
    private static final int GROUP = 4;

    /** For typing by hand: groups of four letters. */
    public String text() {
        return Base32.encode(secret).replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    /** For the QR code. */
    public String uri() {
        return "otpauth://totp/" + ISSUER + ":" + encode(email) + "?secret=" + Base32.encode(secret) + "&issuer="
                + ISSUER + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP_SECONDS;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "TotpSetup";
    }
}
