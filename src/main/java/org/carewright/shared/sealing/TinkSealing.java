package org.carewright.shared.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.carewright.shared.sealing.DataKeys.Purpose;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
class TinkSealing implements Sealing {

    private static final int TOKEN_BYTES = 16;

    private final DataKeys keys;
    private final Aead platform;
    private final ConcurrentMap<UUID, Aead> sealers = new ConcurrentHashMap<>();
    private final ConcurrentMap<UUID, PrfSet> indexers = new ConcurrentHashMap<>();

    TinkSealing(SealingSettings settings, @Lazy DataKeys keys) throws GeneralSecurityException {
        AeadConfig.register();
        PrfConfig.register();
        this.keys = keys;
        this.platform = PlatformKey.aead(settings);
    }

    @Override
    public void createKeys(UUID clinicId) {
        try {
            store(clinicId, Purpose.SEAL, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
            store(clinicId, Purpose.INDEX, KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
        } catch (GeneralSecurityException e) {
            throw new SealedException("The clinic's data keys could not be made", e);
        }
    }

    private void store(UUID clinicId, Purpose purpose, KeysetHandle handle) throws GeneralSecurityException {
        keys.store(
                clinicId,
                purpose,
                TinkProtoKeysetFormat.serializeEncryptedKeyset(handle, platform, place(clinicId, purpose)));
    }

    @Override
    public byte[] seal(UUID clinicId, String label, byte[] plain) {
        try {
            return sealer(clinicId).encrypt(plain, label.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SealedException("A value could not be sealed", e);
        }
    }

    @Override
    public byte[] open(UUID clinicId, String label, byte[] sealed) {
        try {
            return sealer(clinicId).decrypt(sealed, label.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SealedException("A sealed value does not open here", e);
        }
    }

    @Override
    public byte[] sealForPlatform(String label, byte[] plain) {
        try {
            return platform.encrypt(plain, platformPlace(label));
        } catch (GeneralSecurityException e) {
            throw new SealedException("A value could not be sealed", e);
        }
    }

    @Override
    public byte[] openForPlatform(String label, byte[] sealed) {
        try {
            return platform.decrypt(sealed, platformPlace(label));
        } catch (GeneralSecurityException e) {
            throw new SealedException("A sealed value does not open here", e);
        }
    }

    @Override
    public String token(UUID clinicId, String kind, String text) {
        try {
            var input = (kind + '\0' + text).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(indexer(clinicId).computePrimary(input, TOKEN_BYTES));
        } catch (GeneralSecurityException e) {
            throw new SealedException("An index token could not be made", e);
        }
    }

    private Aead sealer(UUID clinicId) {
        return cached(sealers, clinicId, Purpose.SEAL, Aead.class);
    }

    private PrfSet indexer(UUID clinicId) {
        return cached(indexers, clinicId, Purpose.INDEX, PrfSet.class);
    }

    private <T> T cached(ConcurrentMap<UUID, T> cache, UUID clinicId, Purpose purpose, Class<T> primitive) {
        var known = cache.get(clinicId);
        if (known != null) {
            return known;
        }
        var wrapped = keys.find(clinicId, purpose)
                .orElseThrow(() -> new SealedException("Clinic " + clinicId + " has no data key", null));
        try {
            var made = TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, platform, place(clinicId, purpose))
                    .getPrimitive(RegistryConfiguration.get(), primitive);
            rememberOnceCommitted(cache, clinicId, made);
            return made;
        } catch (GeneralSecurityException e) {
            throw new SealedException(
                    "The data key of clinic " + clinicId + " does not open with this platform key", e);
        }
    }

    /** A key read in the transaction that creates it must not outlive that transaction's roll-back. */
    private static <T> void rememberOnceCommitted(ConcurrentMap<UUID, T> cache, UUID clinicId, T made) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            cache.put(clinicId, made);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                cache.put(clinicId, made);
            }
        });
    }

    /** Never the place of a data key, which the same key wraps. */
    private static byte[] platformPlace(String label) {
        return ("platform:" + label).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] place(UUID clinicId, Purpose purpose) {
        return (clinicId + ":" + purpose).getBytes(StandardCharsets.UTF_8);
    }
}
