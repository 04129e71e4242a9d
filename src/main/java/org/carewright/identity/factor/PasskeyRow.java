package org.carewright.identity.factor;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/** @param transports how the device is reached, comma-separated */
record PasskeyRow(
        byte[] credentialId,
        UUID accountId,
        String label,
        byte[] publicKey,
        long signatureCount,
        boolean uvInitialized,
        boolean backupEligible,
        boolean backupState,
        String transports,
        byte[] attestationObject,
        byte[] clientData,
        Instant createdAt,
        Instant lastUsedAt) {

    private static final String SEPARATOR = ",";

    static PasskeyRow of(CredentialRecord credential, Instant usedAt) {
        return new PasskeyRow(
                credential.getCredentialId().getBytes(),
                PasskeyOwners.accountId(credential.getUserEntityUserId()),
                credential.getLabel(),
                credential.getPublicKey().getBytes(),
                credential.getSignatureCount(),
                credential.isUvInitialized(),
                credential.isBackupEligible(),
                credential.isBackupState(),
                credential.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .collect(Collectors.joining(SEPARATOR)),
                credential.getAttestationObject().getBytes(),
                credential.getAttestationClientDataJSON().getBytes(),
                usedAt,
                usedAt);
    }

    CredentialRecord toCredential() {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(credentialId))
                .userEntityUserId(PasskeyOwners.handle(accountId))
                .label(label)
                .publicKey(new ImmutablePublicKeyCose(publicKey))
                .signatureCount(signatureCount)
                .uvInitialized(uvInitialized)
                .backupEligible(backupEligible)
                .backupState(backupState)
                .transports(Arrays.stream(transports.split(SEPARATOR))
                        .filter(transport -> !transport.isBlank())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .attestationObject(new Bytes(attestationObject))
                .attestationClientDataJSON(new Bytes(clientData))
                .created(createdAt)
                .lastUsed(lastUsedAt)
                .build();
    }

    Passkey toPasskey() {
        return new Passkey(new Bytes(credentialId).toBase64UrlString(), label, createdAt, lastUsedAt);
    }
}
