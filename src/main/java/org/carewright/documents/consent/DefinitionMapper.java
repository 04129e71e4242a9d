package org.carewright.documents.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface DefinitionMapper {

    List<ConsentDefinition> all();

    void insert(UUID clinicId, UUID id, String name, boolean required, Instant createdAt);

    /** @return false when it isn't in use */
    boolean lock(UUID id);

    /** With the number after the last one; the first version always renews. */
    void insertVersion(
            UUID clinicId, UUID id, UUID definitionId, boolean renews, UUID publishedBy, Instant publishedAt);

    void insertText(UUID clinicId, TextRow text);

    List<TextRow> texts(Collection<UUID> versionIds);

    int retire(UUID id, Instant retiredAt);

    record TextRow(UUID versionId, String language, String title, String body) {}
}
