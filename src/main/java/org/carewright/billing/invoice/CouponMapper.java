package org.carewright.billing.invoice;

import java.time.LocalDate;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface CouponMapper {

    CouponRow find(String code, String currency, LocalDate on);

    int useOf(UUID invoiceId);

    record CouponRow(UUID id, Integer percentPpm, Long amountMinor) {}
}
