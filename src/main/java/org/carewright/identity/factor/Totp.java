package org.carewright.identity.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes that change with time (RFC 6238 on RFC 4226): SHA-1, six digits, 30 seconds, as every app knows them. */
public final class Totp {

    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;

    private static final String ALGORITHM = "HmacSHA1";

    /** Clocks differ and people type slowly: the code before and the one after count too. */
    private static final int WINDOW = 1;

    private Totp() {}

    /** The code of the 30-second step that {@code time} lies in. */
    public static String codeAt(byte[] secret, Instant time) {
        return code(secret, stepAt(time), DIGITS);
    }

    static long stepAt(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /** The step a code belongs to, if it is one of those around {@code time}; all of them are compared each time. */
    static OptionalLong matchingStep(byte[] secret, String code, Instant time) {
        var given = code.getBytes(StandardCharsets.UTF_8);
        var found = OptionalLong.empty();
        for (var step = stepAt(time) - WINDOW; step <= stepAt(time) + WINDOW; step++) {
            var expected = code(secret, step, DIGITS).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(expected, given)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            var modulus = 1L;
            for (var digit = 0; digit < digits; digit++) {
                modulus *= 10;
            }
            return ("%0" + digits + "d").formatted(number % modulus);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
