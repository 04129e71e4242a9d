package org.carewright.integrations.upi;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface UpiRequestMapper {

    /** Does nothing when it is there. */
    void insert(String reference, UUID paymentId, String link, Instant now);

    RequestRow find(String reference);

    void close(String reference, Instant now);

    record RequestRow(String reference, UUID paymentId, String link, Instant closedAt) {}
}
