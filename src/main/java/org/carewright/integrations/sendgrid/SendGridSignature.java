package org.carewright.integrations.sendgrid;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Verifies the event webhook's signature: ECDSA P-256 with SHA-256 over the timestamp header and the raw body. The SDK's
 * own verifier needs a BouncyCastle provider, Java's does not.
 */
final class SendGridSignature {

    /** SendGrid names none; events older than this could be a recorded request played again. */
    static final Duration REPLAY_WINDOW = Duration.ofSeconds(300);

    private SendGridSignature() {}

    /** Whether SendGrid signed exactly this body at a time close to {@code now}. */
    static boolean isValid(String publicKey, String signature, String timestamp, byte[] body, Instant now) {
        if (signature == null || timestamp == null) {
            return false;
        }
        try {
            var signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            if (Duration.between(signedAt, now).abs().compareTo(REPLAY_WINDOW) > 0) {
                return false;
            }
            var key = KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
            var verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(key);
            verifier.update(timestamp.getBytes(StandardCharsets.UTF_8));
            verifier.update(body);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException | java.time.DateTimeException e) {
            return false;
        }
    }
}
