package org.carewright.billing.refund;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface RefundRunMapper {

    /** Locks the refund until the transaction ends. */
    UUID lock(UUID refundId);

    void started(UUID refundId, String processInstanceId);

    String instanceOf(UUID refundId);
}
