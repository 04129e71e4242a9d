package org.carewright.billing.fee;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.shared.money.Money;

@Mapper
interface VisitFeeMapper {

    void insert(UUID clinicId, UUID id, UUID patientId, UUID serviceId, String cause, Money amount, Instant createdAt);

    UUID lockRow(UUID id);

    FeeRow byId(UUID id);

    default FeeRow lock(UUID id) {
        return lockRow(id) == null ? null : byId(id);
    }

    void waive(UUID id, byte[] reasonSealed, UUID decidedBy, Instant endedAt);

    void invoiced(UUID id, UUID invoiceId, Instant endedAt);

    record FeeRow(
            UUID id,
            UUID patientId,
            UUID serviceId,
            String cause,
            long amountMinor,
            String currency,
            String status,
            UUID invoiceId,
            Instant createdAt) {

        VisitFee toFee() {
            return new VisitFee(
                    id,
                    patientId,
                    serviceId,
                    VisitFee.Cause.valueOf(cause.toUpperCase(Locale.ROOT)),
                    Money.of(amountMinor, currency),
                    VisitFee.Status.valueOf(status.toUpperCase(Locale.ROOT)),
                    invoiceId,
                    createdAt);
        }
    }
}
