package org.carewright.billing.app;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ApiRequestMapper {

    /** Waits for a request under way with the same key; held until the transaction ends. */
    Object lock(String name);

    EarlierRow find(UUID askedBy, String operation, String key);

    void insert(
            UUID clinicId,
            UUID askedBy,
            String operation,
            String key,
            byte[] fingerprint,
            UUID resultId,
            Instant createdAt);

    record EarlierRow(byte[] fingerprint, UUID resultId) {}
}
