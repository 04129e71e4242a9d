package org.carewright.audit;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AuditMapper {

    void insert(UUID clinicId, UUID id, Instant recordedAt, AuditEntry entry);
}
