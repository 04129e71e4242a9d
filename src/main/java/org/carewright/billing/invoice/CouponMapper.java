package org.carewright.billing.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface CouponMapper {

    CouponRow find(String code, String currency, LocalDate on);

    int useOf(UUID invoiceId);

    List<CouponBook.Coupon> all();

    void insert(UUID clinicId, UUID id, String code, CouponBook.NewCoupon coupon, Instant createdAt);

    int retire(UUID id, Instant now);

    record CouponRow(UUID id, Integer percentPpm, Long amountMinor) {}
}
