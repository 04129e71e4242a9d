package org.carewright.integrations.razorpay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Razorpay's two signatures, hex of HMAC-SHA256. They have different keys: webhooks the webhook secret, the page to pay
 * on the API's secret.
 */
final class RazorpaySignature {

    private static final String ALGORITHM = "HmacSHA256";

    private RazorpaySignature() {}

    /** Whether {@code X-Razorpay-Signature} fits the raw body; never with an empty secret. */
    static boolean isOfWebhook(String webhookSecret, String signature, byte[] body) {
        return fits(webhookSecret, signature, body);
    }

    /**
     * Whether the payer's browser brings the word of the page to pay on that the order is paid.
     *
     * @param orderId the one we kept, not the one that was brought
     */
    static boolean isOfCheckout(String keySecret, String signature, String orderId, String paymentId) {
        return fits(keySecret, signature, (orderId + "|" + paymentId).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean fits(String secret, String signature, byte[] signed) {
        if (secret == null || secret.isBlank() || signature == null) {
            return false;
        }
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var ours = HexFormat.of().formatHex(mac.doFinal(signed));
            return MessageDigest.isEqual(
                    ours.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java makes no HMAC-SHA256", e);
        }
    }
}
