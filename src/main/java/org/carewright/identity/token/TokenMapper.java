package org.carewright.identity.token;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

/** Apps' sessions and their refresh tokens; no clinic's scope is needed. */
@Mapper
interface TokenMapper {

    void insertFamily(UUID id, UUID accountId, int stamp, String device, Instant startedAt, Instant endsAt);

    /** Whether the family goes on. */
    boolean lives(UUID familyId, UUID accountId, Instant now);

    /** The token of that hash with its family, which stays locked until the transaction ends. */
    Optional<RefreshToken> lock(byte[] hash);

    void insertToken(byte[] hash, UUID familyId, Instant expiresAt);

    void markUsed(byte[] hash, Instant now);

    void deleteExpiredTokens(UUID familyId, Instant now);

    void end(UUID familyId, String endedBy, Instant now);

    /** Ends the account's sessions, all of them. */
    void endAll(UUID accountId, Instant now);

    void deleteOldFamilies(UUID accountId, Instant now);
}
