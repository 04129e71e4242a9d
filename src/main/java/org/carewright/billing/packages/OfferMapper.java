package org.carewright.billing.packages;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.carewright.shared.money.Money;

@Mapper
interface OfferMapper {

    void insert(UUID clinicId, UUID id, String name, OfferDraft offer, Instant createdAt);

    /** Null when the clinic has none with that id. */
    OfferRow byId(UUID id);

    List<OfferRow> all();

    /** @return 0 when it is another version by now or isn't sold any more */
    int update(UUID id, int version, String name, OfferDraft offer);

    /** @return 0 when it is retired already */
    int retire(UUID id, Instant retiredAt);

    record OfferRow(
            UUID id,
            String name,
            UUID serviceId,
            int sessions,
            String currency,
            long priceMinor,
            int validDays,
            boolean active,
            int version) {

        PackageOffer toOffer() {
            var price = new Money(priceMinor, Currency.getInstance(currency));
            return new PackageOffer(id, name, serviceId, sessions, price, validDays, active, version);
        }
    }
}
