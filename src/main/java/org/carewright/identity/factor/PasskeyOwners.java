package org.carewright.identity.factor;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Shows our accounts to Spring Security as owners of passkeys; the handle that devices keep is the account's id. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final FactorMapper accounts;

    PasskeyOwners(FactorMapper accounts) {
        this.accounts = accounts;
    }

    static Bytes handle(UUID accountId) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(accountId.getMostSignificantBits())
                .putLong(accountId.getLeastSignificantBits())
                .array());
    }

    static UUID accountId(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public PublicKeyCredentialUserEntity findById(Bytes handle) {
        return owner(accountId(handle));
    }

    /** @param name an account's id: what our authentications are named by */
    @Override
    public PublicKeyCredentialUserEntity findByUsername(String name) {
        return owner(UUID.fromString(name));
    }

    private PublicKeyCredentialUserEntity owner(UUID accountId) {
        var owner = accounts.owner(accountId);
        return owner == null
                ? null
                : ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle(accountId))
                        .name(owner.email())
                        .displayName(owner.displayName())
                        .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("Accounts are made elsewhere");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("Accounts are closed elsewhere");
    }
}
