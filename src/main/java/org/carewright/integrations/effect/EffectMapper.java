package org.carewright.integrations.effect;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface EffectMapper {

    /**
     * @param begunAt null for an effect that waits for the provider's callback
     * @return 0 when the key is there already
     */
    int insert(UUID id, String effectKey, String provider, Instant now, Instant begunAt);

    EffectRow lockByKey(String effectKey);

    EffectRow find(UUID id);

    void attemptAgain(UUID id, Instant now);

    /** @return 0 when the attempt is no longer the current one or was settled meanwhile */
    int finish(UUID id, int attempt, String state, String providerRef, String reason, Instant now);

    int settle(UUID id, String state, String providerRef, Instant now);

    UUID clinicIdOf(UUID effectId);

    record EffectRow(
            UUID id,
            String state,
            int attempts,
            String providerRef,
            String reason,
            Instant attemptedAt,
            Instant begunAt) {}
}
