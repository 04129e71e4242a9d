package org.carewright.identity.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ApiKeyMapper {

    /** Whatever clinic it is of; no scope is needed. */
    Optional<StoredKey> byHash(byte[] hash);

    List<ApiKey> list(int limit);

    int working(Instant now);

    void insert(
            UUID id,
            String name,
            String prefix,
            byte[] hash,
            String scopes,
            UUID createdBy,
            Instant createdAt,
            Instant expiresAt);

    int revoke(UUID id, Instant now);

    void touch(UUID id, Instant now, Instant unlessUsedSince);
}
