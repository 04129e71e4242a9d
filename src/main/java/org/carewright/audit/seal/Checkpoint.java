package org.carewright.audit.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A signed statement about a stretch of a log.
 *
 * @param log the clinic, or {@link org.carewright.audit.AuditLog#PLATFORM}
 * @param number 1 for the log's first
 * @param horizon it covers the rows of transactions from the last one's horizon to this, excluded
 * @param entries how many rows it covers
 * @param previous {@link #hash()} of the one before; zeros for the first
 * @param root the root of the tree over the evidence
 */
public record Checkpoint(
        UUID log,
        long number,
        long horizon,
        int entries,
        byte[] previous,
        byte[] root,
        Instant sealedAt,
        UUID keyId,
        byte[] signature) {

    static final byte[] NONE_BEFORE = new byte[32];

    private static final byte[] FORMAT = "carewright-audit-1".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGS = 9;

    /** What is signed. */
    byte[] statement() {
        return ByteBuffer.allocate(FORMAT.length + LONGS * Long.BYTES + previous.length + root.length)
                .put(FORMAT)
                .putLong(log.getMostSignificantBits())
                .putLong(log.getLeastSignificantBits())
                .putLong(number)
                .putLong(horizon)
                .putLong(entries)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt))
                .putLong(keyId.getMostSignificantBits())
                .putLong(keyId.getLeastSignificantBits())
                .putLong(root.length)
                .put(previous)
                .put(root)
                .array();
    }

    /** By which the next one and exports know it. */
    public byte[] hash() {
        var digest = Evidence.sha256();
        digest.update(statement());
        return digest.digest(signature);
    }

    Checkpoint signed(byte[] bySignature) {
        return new Checkpoint(log, number, horizon, entries, previous, root, sealedAt, keyId, bySignature);
    }
}
