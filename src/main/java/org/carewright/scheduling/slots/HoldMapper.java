package org.carewright.scheduling.slots;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface HoldMapper {

    void insert(UUID clinicId, HoldRow row);

    HoldRow byId(UUID id);

    HoldRow lock(UUID id);

    void delete(UUID id);

    void deleteSomeExpired(Instant now, int atMost);

    /** @param sessionId of the group visit in which the hold keeps a seat, else null */
    record HoldRow(UUID id, UUID serviceId, UUID practitionerId, Instant startsAt, Instant expiresAt, UUID sessionId) {}
}
