package org.carewright.patients.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PortalAccessMapper {

    List<Grant> ofAccount(UUID accountId);

    List<Grant> ofPatient(UUID patientId);

    Optional<Grant> find(UUID id);

    /** Given and taken away, newest first. */
    List<AccessChange> changes(UUID patientId, Instant before, int limit);

    record AccessChange(UUID id, Instant at, String kind, String relation, String level) {}

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
