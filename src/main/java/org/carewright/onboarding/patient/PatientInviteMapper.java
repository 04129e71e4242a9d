package org.carewright.onboarding.patient;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PatientInviteMapper {

    void insert(UUID clinicId, UUID inviteId, Instant now);

    void accept(UUID inviteId, UUID accountId, Instant now);

    boolean accepted(UUID accountId);
}
