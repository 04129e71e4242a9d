package org.carewright.audit.seal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rows of one checkpoint, in order: position, id and leaf of each, and the Merkle tree over them. */
final class Evidence {

    private static final int HASH = 32;
    private static final int ENTRY = Long.BYTES + 2 * Long.BYTES + HASH;

    /** RFC 6962 tells leaves from nodes, so that no node passes for a leaf. */
    private static final byte LEAF = 0;

    private static final byte NODE = 1;

    private final byte[] bytes;

    Evidence(byte[] bytes) {
        if (bytes.length % ENTRY != 0) {
            throw new IllegalArgumentException("Evidence of " + bytes.length + " bytes");
        }
        this.bytes = bytes;
    }

    /** One row. @param leaf SHA-256 of the row's canonical text */
    record Entry(long position, UUID id, byte[] leaf) {}

    static Evidence of(List<Entry> entries) {
        var buffer = ByteBuffer.allocate(entries.size() * ENTRY);
        for (var entry : entries) {
            buffer.putLong(entry.position())
                    .putLong(entry.id().getMostSignificantBits())
                    .putLong(entry.id().getLeastSignificantBits())
                    .put(entry.leaf());
        }
        return new Evidence(buffer.array());
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return bytes.length / ENTRY;
    }

    long position(int index) {
        return ByteBuffer.wrap(bytes).getLong(index * ENTRY);
    }

    UUID id(int index) {
        var entry = ByteBuffer.wrap(bytes, index * ENTRY + Long.BYTES, 2 * Long.BYTES);
        return new UUID(entry.getLong(), entry.getLong());
    }

    boolean hasLeaf(int index, byte[] leaf) {
        var from = (index + 1) * ENTRY - HASH;
        return java.util.Arrays.equals(bytes, from, from + HASH, leaf, 0, HASH);
    }

    /** The root of the tree: pairs from the left, an odd one goes up as it is. */
    byte[] root() {
        var digest = sha256();
        List<byte[]> level = new ArrayList<>(size());
        for (var index = 0; index < size(); index++) {
            digest.update(LEAF);
            digest.update(bytes, index * ENTRY, ENTRY);
            level.add(digest.digest());
        }
        while (level.size() > 1) {
            var above = new ArrayList<byte[]>(level.size() / 2 + 1);
            for (var index = 0; index + 1 < level.size(); index += 2) {
                digest.update(NODE);
                digest.update(level.get(index));
                above.add(digest.digest(level.get(index + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.get(level.size() - 1));
            }
            level = above;
        }
        return level.isEmpty() ? digest.digest() : level.get(0);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
