package org.carewright.scheduling.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface CalendarFeedMapper {

    void insert(UUID clinicId, UUID id, UUID practitionerId, byte[] tokenHash, UUID createdBy, Instant createdAt);

    List<FeedRow> all();

    FeedRow lock(UUID id);

    void delete(UUID id);

    FeedOwner ownerOfToken(byte[] tokenHash);

    record FeedRow(UUID id, UUID practitionerId, Instant createdAt) {}

    record FeedOwner(UUID clinicId, UUID practitionerId) {}
}
