package org.carewright.patients.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface FamilyInviteMapper {

    void insert(UUID clinicId, UUID id, UUID patientId, AccessOffer offer, String relation, Instant createdAt);

    /** Ids of the newest invites to the record, whatever became of them. */
    List<UUID> latest(UUID patientId, int limit);

    /** Null when the invite wasn't about family. */
    InviteTerms byId(UUID id);

    /**
     * @param patientId where the record is now
     * @param startsAt null for when it is accepted
     * @param endsAt excluded; null for no end
     */
    record InviteTerms(UUID patientId, Relation relation, boolean agreed, Instant startsAt, Instant endsAt) {}
}
