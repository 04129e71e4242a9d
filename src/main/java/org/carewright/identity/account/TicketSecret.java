package org.carewright.identity.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.carewright.shared.sealing.Sealing;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Component;

/**
 * The secret in a ticket's link and the code in its text message: made from the ticket's id by the clinic's key whenever
 * it is needed, kept nowhere (decision record 0005).
 */
@Component
class TicketSecret {

    private static final String LINK = "account-link";
    private static final String CODE = "account-code";
    private static final int CODES = 1_000_000;
    private static final int ID_CHARACTERS = 22;

    private final Sealing sealing;
    private final ClinicScope clinic;

    TicketSecret(Sealing sealing, ClinicScope clinic) {
        this.sealing = sealing;
        this.clinic = clinic;
    }

    /** The last part of the link's path: the id, and what proves that we gave it out. */
    String linkFor(Ticket ticket) {
        var id = ByteBuffer.allocate(16)
                .putLong(ticket.id().getMostSignificantBits())
                .putLong(ticket.id().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id) + proof(LINK, ticket);
    }

    boolean isLinkOf(String token, Ticket ticket) {
        return isEqual(linkFor(ticket), token);
    }

    /** Six digits. */
    String codeFor(Ticket ticket) {
        var number = ByteBuffer.wrap(sha256(proof(CODE, ticket))).getLong();
        return "%06d".formatted(Math.floorMod(number, CODES));
    }

    boolean isCodeOf(String typed, Ticket ticket) {
        return isEqual(codeFor(ticket), typed);
    }

    /** The id a link speaks of, whether or not it is a good one. */
    static Optional<UUID> idIn(String token) {
        if (token.length() <= ID_CHARACTERS) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token.substring(0, ID_CHARACTERS)));
            return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String proof(String kind, Ticket ticket) {
        return sealing.token(clinic.required(), kind, ticket.purpose() + ":" + ticket.id());
    }

    private static boolean isEqual(String secret, String given) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
