package org.carewright.identity.factor;

import java.time.Clock;
import java.util.List;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Keeps passkeys for Spring Security, which checks them. */
@Component
class PasskeyCredentials implements UserCredentialRepository {

    private final PasskeyMapper passkeys;
    private final Clock clock;

    PasskeyCredentials(PasskeyMapper passkeys, Clock clock) {
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @Override
    public void save(CredentialRecord credential) {
        passkeys.save(PasskeyRow.of(credential, clock.instant()));
    }

    @Override
    public CredentialRecord findByCredentialId(Bytes credentialId) {
        return passkeys.find(credentialId.getBytes())
                .map(PasskeyRow::toCredential)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return passkeys.of(PasskeyOwners.accountId(handle)).stream()
                .map(PasskeyRow::toCredential)
                .toList();
    }

    /** Passkeys are taken away by their owner only, see {@link Passkeys#remove}. */
    @Override
    public void delete(Bytes credentialId) {
        throw new UnsupportedOperationException("A passkey is deleted with its owner's id");
    }
}
