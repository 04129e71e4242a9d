package org.carewright.audit.seal;

import java.util.List;
import java.util.UUID;

/**
 * What a clinic keeps elsewhere to see later that nothing was cut off or rolled back: each checkpoint's number and
 * hash.
 *
 * @param log whose checkpoints these are
 */
public record CheckpointExport(UUID log, List<Known> checkpoints) {

    /**
     * @param sealedAt ISO-8601
     * @param hash hexadecimal
     * @param keyId of the signing key
     * @param signature hexadecimal
     */
    public record Known(
            long number, String sealedAt, int entries, String root, String hash, UUID keyId, String signature) {}
}
