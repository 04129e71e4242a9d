package org.carewright.audit.access;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AccessMapper {

    boolean isRestricted(UUID patientId);

    int insertRestriction(UUID clinicId, UUID patientId, UUID restrictedBy, Instant restrictedAt);

    int deleteRestriction(UUID patientId);

    /** Until the transaction ends nobody else opens the record in an emergency. */
    String lockPatient(UUID patientId);

    /** The access that lasts longest, null when none is running. */
    ActiveAccess activeAccess(UUID patientId, UUID accountId, Instant now);

    void insertAccess(UUID clinicId, NewAccess access);

    /** @return 0 when it has been reviewed already */
    int review(Review review);

    UUID patientOf(UUID accessId);

    UUID openedBy(UUID accessId);

    record ActiveAccess(UUID id, Instant endsAt) {}

    record NewAccess(UUID id, UUID patientId, UUID accountId, byte[] reason, Instant openedAt, Instant endsAt) {}

    record Review(UUID id, UUID reviewedBy, Instant reviewedAt, String verdict, byte[] note) {}
}
