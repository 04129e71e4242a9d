package org.carewright.patients.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PortalAccessMapper {

    List<Grant> ofAccount(UUID accountId);

    List<Grant> ofPatient(UUID patientId);

    void insert(
            UUID clinicId,
            UUID id,
            NewGrant grant,
            String level,
            String relation,
            Instant startsAt,
            Instant agreedAt,
            Instant createdAt);

    int revoke(UUID patientId, UUID id, Instant at);

    int agree(UUID patientId, UUID id, Instant at);
}
