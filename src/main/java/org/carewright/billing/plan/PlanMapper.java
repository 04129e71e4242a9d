package org.carewright.billing.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PlanMapper {

    void insert(UUID clinicId, UUID id, String name, NewPlan plan, Instant createdAt);

    void insertPrice(UUID clinicId, UUID planId, PriceRow price, int noticeDays, UUID createdBy, Instant createdAt);

    /** Null when the clinic has none with that id. */
    PlanRow byId(UUID id, LocalDate today);

    List<PlanRow> all(LocalDate today);

    /** Locked until the transaction ends; null when there is none. */
    UUID lock(UUID id);

    List<PriceRow> prices(UUID planId);

    PriceRow priceOn(UUID planId, LocalDate day);

    int lastVersion(UUID planId);

    void edit(UUID id, String name, int trialDays);

    /** @return 0 when it is retired already */
    int retire(UUID id, Instant retiredAt);

    record PriceRow(int version, long priceMinor, LocalDate validFrom) {

        PlanPrice toPrice() {
            return new PlanPrice(version, priceMinor, validFrom);
        }
    }

    record PlanRow(
            UUID id,
            String name,
            UUID serviceId,
            String currency,
            String intervalUnit,
            int intervalCount,
            int sessions,
            int trialDays,
            boolean active,
            int version,
            long priceMinor,
            LocalDate validFrom,
            Integer nextVersion,
            Long nextPriceMinor,
            LocalDate nextValidFrom) {

        Plan toPlan() {
            return new Plan(
                    id,
                    name,
                    serviceId,
                    Currency.getInstance(currency),
                    new PlanInterval(IntervalUnit.of(intervalUnit), intervalCount),
                    sessions,
                    trialDays,
                    active,
                    new PlanPrice(version, priceMinor, validFrom),
                    nextVersion == null ? null : new PlanPrice(nextVersion, nextPriceMinor, nextValidFrom));
        }
    }
}
