package org.carewright.identity.factor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

/** Second factors of one account; no clinic's scope is needed. */
@Mapper
interface FactorMapper {

    FactorState state(UUID accountId);

    Owner owner(UUID accountId);

    Optional<TotpSecret> totp(UUID accountId);

    /** @return 0 when the account has an app already */
    int insertTotp(UUID accountId, byte[] sealedSecret, long step, Instant now);

    /** @return 0 when a code of this step or a later one was accepted before */
    int useStep(UUID accountId, long step);

    int deleteTotp(UUID accountId);

    void insertSms(UUID accountId, Instant now);

    int deleteSms(UUID accountId);

    void deleteRecoveryCodes(UUID accountId);

    void insertRecoveryCodes(UUID accountId, List<byte[]> hashes);

    /** @return 0 when there is no such unused code */
    int useRecoveryCode(UUID accountId, byte[] hash, Instant now);

    /** @param demo whether the password is public */
    record Owner(UUID id, UUID clinicId, String email, String displayName, boolean demo) {}
}
