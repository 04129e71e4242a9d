package org.carewright.shared.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that wraps all data keys; kept outside the database, so that a stolen database opens nothing. */
final class PlatformKey {

    private static final int BYTES = 32;
    private static final int KEY_ID = 1;

    private PlatformKey() {}

    static Aead aead(SealingSettings settings) throws GeneralSecurityException {
        var text = settings.platformKey().isBlank() ? readOrCreate(settings.platformKeyFile()) : settings.platformKey();
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("carewright.sealing.platform-key is not base64", e);
        }
        if (bytes.length != BYTES) {
            throw new IllegalStateException("carewright.sealing.platform-key must be 32 bytes, base64-encoded");
        }
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        var key = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .setIdRequirement(KEY_ID)
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static String readOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[BYTES];
                new SecureRandom().nextBytes(bytes);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
                if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The platform key file could not be read or made", e);
        }
    }
}
