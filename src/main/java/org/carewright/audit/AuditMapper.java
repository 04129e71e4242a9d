package org.carewright.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AuditMapper {

    void insert(
            UUID clinicId,
            UUID id,
            Instant recordedAt,
            AuditEntry entry,
            String address,
            String correlation,
            UUID grantId);

    /** Newest first; {@code before} is null for the newest. @param patients any of them; empty for all */
    List<AuditEvent> page(AuditFilter filter, List<UUID> patients, AuditEvent before, int count);
}
