package org.carewright.patients.access;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface FamilyInviteMapper {

    void insert(UUID clinicId, UUID id, UUID patientId, String relation, boolean agreed, Instant createdAt);

    /** Null when the invite wasn't about family. */
    InviteTerms byId(UUID id);

    /** @param patientId where the record is now */
    record InviteTerms(UUID patientId, Relation relation, boolean agreed) {}
}
