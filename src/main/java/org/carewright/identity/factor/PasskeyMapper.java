package org.carewright.identity.factor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PasskeyMapper {

    Optional<PasskeyRow> find(byte[] credentialId);

    List<PasskeyRow> of(UUID accountId);

    /** Adds a passkey, or keeps what its use has changed; whose it is never changes. */
    void save(PasskeyRow row);

    /** @return 0 when the account has no such passkey */
    int delete(UUID accountId, byte[] credentialId);
}
