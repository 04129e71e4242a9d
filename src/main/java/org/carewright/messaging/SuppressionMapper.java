package org.carewright.messaging;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface SuppressionMapper {

    String activeCause(String channel, String token);

    void add(UUID clinicId, String channel, String token, String cause, Instant since);

    void lift(UUID clinicId, String channel, String token, String cause, Instant at);

    String lock(String name);

    String lockShared(String name);
}
