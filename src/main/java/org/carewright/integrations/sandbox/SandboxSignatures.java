package org.carewright.integrations.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs callbacks as the real providers do, on the sending side; the receiving side has its own code. */
final class SandboxSignatures {

    private static final String HMAC_SHA1 = "HmacSHA1";

    private SandboxSignatures() {}

    /** {@code X-Twilio-Email-Event-Webhook-Signature}: ECDSA P-256 over timestamp and raw body, DER in base64. */
    static String sendGrid(SandboxAccount account, String timestamp, String body) {
        try {
            var key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(account.privateKey())));
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update((timestamp + body).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The sandbox could not sign", e);
        }
    }

    /** {@code X-Twilio-Signature}: HMAC-SHA1 over the full address and the sorted parameters, base64. */
    static String twilio(SandboxAccount account, String address, Map<String, String> parameters) {
        var signed = new StringBuilder(address);
        new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance(HMAC_SHA1);
            mac.init(new SecretKeySpec(account.secret().getBytes(StandardCharsets.UTF_8), HMAC_SHA1));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The sandbox could not sign", e);
        }
    }
}
