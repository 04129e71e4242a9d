package org.carewright.identity.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.carewright.shared.sealing.Sealing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign access tokens (RS256). They are kept in the database, sealed, so that all nodes share them; each
 * signs for its turn, then whoever needs one makes the next. An old key verifies until the last token it signed has run
 * out. A key that is deleted from the database verifies nothing a minute later.
 */
@Service
public class SigningKeys {

    private static final String ALGORITHM = "RSA";
    private static final int BITS = 2048;
    private static final String LABEL = "signing-key:";
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final SigningKeyMapper keys;
    private final Sealing sealing;
    private final TokenSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final ConcurrentMap<UUID, Known> known = new ConcurrentHashMap<>();
    private volatile Known signing;

    SigningKeys(
            SigningKeyMapper keys,
            Sealing sealing,
            TokenSettings settings,
            TransactionTemplate transactions,
            Clock clock) {
        this.keys = keys;
        this.sealing = sealing;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The key pair that signs now. */
    RSAKey signing() {
        var now = clock.instant();
        var last = signing;
        if (last == null || !last.isFresh(now)) {
            last = transactions.execute(transaction -> load(keys.signing(now).orElseGet(() -> next(now)), now, true));
            signing = last;
        }
        return last.key();
    }

    /** The public key of that id, unless its time is over. */
    Optional<RSAKey> verifying(String kid) {
        return id(kid).flatMap(id -> {
            var now = clock.instant();
            var last = known.get(id);
            if (last != null && last.isFresh(now)) {
                return Optional.of(last.key());
            }
            known.remove(id);
            var found = transactions.execute(transaction -> keys.find(id, now));
            return found.map(row -> load(row, now, false)).map(loaded -> {
                known.put(id, loaded);
                return loaded.key();
            });
        });
    }

    /** The public keys with which tokens may be checked now. */
    public List<RSAKey> published() {
        var now = clock.instant();
        return transactions.execute(transaction -> keys.verifying(now)).stream()
                .map(row -> load(row, now, false).key())
                .toList();
    }

    /** Makes the next key; of several nodes that come at once the first makes it for all. */
    private SigningKeyRow next(Instant now) {
        keys.lock();
        return keys.signing(now).orElseGet(() -> {
            keys.deleteOld(now);
            var made = make(now);
            keys.insert(made);
            return made;
        });
    }

    private SigningKeyRow make(Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            var kid = UUID.randomUUID();
            var signsUntil = now.plus(settings.keyTurn());
            return new SigningKeyRow(
                    kid,
                    pair.getPublic().getEncoded(),
                    sealing.sealForPlatform(LABEL + kid, pair.getPrivate().getEncoded()),
                    now,
                    signsUntil,
                    // A remembered key signs a little longer than it should.
                    signsUntil.plus(settings.access()).plus(REMEMBERED.multipliedBy(2)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No signing key could be made", e);
        }
    }

    private Known load(SigningKeyRow row, Instant now, boolean withPrivateHalf) {
        try {
            var factory = KeyFactory.getInstance(ALGORITHM);
            var publicKey = (RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(row.publicKey()));
            var key = new RSAKey.Builder(publicKey)
                    .keyID(row.kid().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256);
            if (withPrivateHalf) {
                var plain = sealing.openForPlatform(LABEL + row.kid(), row.sealedPrivateKey());
                key.privateKey(factory.generatePrivate(new PKCS8EncodedKeySpec(plain)));
            }
            return new Known(key.build(), now);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A signing key can't be read", e);
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private record Known(RSAKey key, Instant since) {

        /** Also when the clock was set back. */
        boolean isFresh(Instant now) {
            return Duration.between(since, now).abs().compareTo(REMEMBERED) < 0;
        }
    }
}
