package org.carewright.integrations.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface InboxMapper {

    /** @return 0 when the provider sent the event before */
    int insert(UUID id, UUID batchId, ProviderEvent event, String subject, Instant receivedAt);

    List<StoredProviderEvent> lockOpen(UUID batchId);

    void markHandled(UUID id, Instant now);
}
