package org.carewright.scheduling.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * The secret in a patient's manage link: 128 bits that only the clinic's key can make from the appointment's id, so
 * that a mail written tomorrow carries the same link, while the database keeps nothing but its hash (decision record
 * 0005).
 */
@Component
public class ManageToken {

    private static final String KIND = "manage-token";

    private final Sealing sealing;
    private final ClinicScope clinic;
    private final PublicUrl publicUrl;

    ManageToken(Sealing sealing, ClinicScope clinic, PublicUrl publicUrl) {
        this.sealing = sealing;
        this.clinic = clinic;
        this.publicUrl = publicUrl;
    }

    public byte[] hashFor(UUID appointmentId) {
        return hash(tokenFor(appointmentId));
    }

    public String urlFor(UUID appointmentId) {
        return publicUrl.of("/m/" + tokenFor(appointmentId));
    }

    /** A keyed digest: equal contents give equal digests in one clinic, and the digest tells nothing of the content. */
    public String fingerprint(String content) {
        return sealing.token(clinic.required(), "booking-request", content);
    }

    private String tokenFor(UUID appointmentId) {
        return sealing.token(clinic.required(), KIND, appointmentId.toString());
    }

    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
