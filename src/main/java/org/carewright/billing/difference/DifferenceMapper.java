package org.carewright.billing.difference;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface DifferenceMapper {

    /** @return 0 when it is there already */
    int insert(UUID clinicId, UUID id, Difference found, Instant foundAt);

    /** One that had gone by itself and is back. @return its id, null when it is open or somebody has closed it */
    UUID reopen(Difference found, Instant foundAt);

    void started(UUID id, String processInstanceId);

    /** @return 0 when it is closed already */
    int close(UUID id, String outcome, byte[] noteSealed, UUID closedBy, Instant now);

    List<OpenRow> openCompared(String gateway, Instant from, Instant to);

    record OpenRow(UUID id, String kind, String providerRef, String processInstanceId) {}
}
