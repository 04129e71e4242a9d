package org.carewright.audit.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.seal.SealMapper.KeyRow;
import org.carewright.shared.sealing.SealedException;
import org.carewright.shared.sealing.Sealing;
import org.springframework.stereotype.Component;

/**
 * Ed25519 keys for checkpoints. Both halves are sealed by the platform key, which is not in the database: who changes
 * the database can neither sign nor pass off a key of their own.
 */
@Component
class CheckpointKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final String LABEL = "audit.signing-key:";

    private final SealMapper keys;
    private final Sealing sealing;
    private final Clock clock;

    CheckpointKeys(SealMapper keys, Sealing sealing, Clock clock) {
        this.keys = keys;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** The id of the key that signs now; makes the first one. */
    UUID signing() {
        var newest = keys.newestKey();
        if (newest != null) {
            return newest.id();
        }
        keys.lockKeys();
        newest = keys.newestKey();
        return newest == null ? make() : newest.id();
    }

    private UUID make() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var publicKey = pair.getPublic().getEncoded();
            var privateKey = pair.getPrivate().getEncoded();
            var both = ByteBuffer.allocate(Integer.BYTES + publicKey.length + privateKey.length)
                    .putInt(publicKey.length)
                    .put(publicKey)
                    .put(privateKey)
                    .array();
            var id = UUID.randomUUID();
            keys.insertKey(new KeyRow(id, publicKey, sealing.sealForPlatform(LABEL + id, both), clock.instant()));
            return id;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No signing key could be made", e);
        }
    }

    byte[] sign(UUID keyId, byte[] statement) {
        try {
            var halves = open(keys.key(keyId));
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(halves.privateKey())));
            signature.update(statement);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A checkpoint could not be signed", e);
        }
    }

    /** Whether one of our keys made the signature. The public half in clear is for others; it is not believed here. */
    boolean verifies(Checkpoint checkpoint) {
        var row = keys.key(checkpoint.keyId());
        if (row == null) {
            return false;
        }
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(open(row).publicKey())));
            signature.update(checkpoint.statement());
            return signature.verify(checkpoint.signature());
        } catch (GeneralSecurityException | SealedException e) {
            return false;
        }
    }

    /** The public half, for whoever verifies an export without us. */
    Optional<byte[]> publicKey(UUID keyId) {
        return Optional.ofNullable(keys.key(keyId)).map(row -> open(row).publicKey());
    }

    private record Halves(byte[] publicKey, byte[] privateKey) {}

    private Halves open(KeyRow row) {
        var both = ByteBuffer.wrap(sealing.openForPlatform(LABEL + row.id(), row.sealedPair()));
        var publicKey = new byte[both.getInt()];
        both.get(publicKey);
        var privateKey = new byte[both.remaining()];
        both.get(privateKey);
        return new Halves(publicKey, privateKey);
    }
}
