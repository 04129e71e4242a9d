package org.carewright.billing.payment;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface UpiClaimMapper {

    /** One that is there gets the reference, if this one names one. */
    void keep(UUID clinicId, UUID paymentId, String utr, Instant claimedAt);

    boolean exists(UUID paymentId);

    /** Whether another payment by UPI has been booked with that reference. */
    boolean referenceUsed(String utr, UUID paymentId);
}
