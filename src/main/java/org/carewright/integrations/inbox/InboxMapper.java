package org.carewright.integrations.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface InboxMapper {

    /**
     * @param refused why it is never handled; null for an event to handle
     * @return 0 when the provider sent the event before
     */
    int insert(UUID id, UUID batchId, ProviderEvent event, String subject, Instant receivedAt, String refused);

    List<StoredProviderEvent> lockOpen(UUID batchId);

    List<StoredProviderEvent> waiting(String provider, Instant from, Instant to);

    List<InboxEntry> about(String provider, String providerRef, UUID objectId);

    void markHandled(UUID id, Instant now);
}
