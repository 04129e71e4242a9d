package org.carewright.billing.invoice;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Coupons of the clinic in scope (BIL-2). */
@Component
class Coupons {

    private final CouponMapper coupons;

    Coupons(CouponMapper coupons) {
        this.coupons = coupons;
    }

    /** What a code is worth. */
    record Coupon(UUID id, Discount discount) {}

    /** The coupon of that code, if it holds that day and isn't used up; codes don't tell upper from lower case. */
    Optional<Coupon> find(String code, Currency currency, LocalDate on) {
        return Optional.ofNullable(coupons.find(code.strip().toUpperCase(Locale.ROOT), currency.getCurrencyCode(), on))
                .map(row -> new Coupon(
                        row.id(),
                        row.percentPpm() == null
                                ? new Discount.Amount(row.amountMinor())
                                : new Discount.Percent(row.percentPpm())));
    }

    /** Counts a use of the invoice's coupon; waits for others who use it. @return false when it is used up */
    boolean useOf(UUID invoiceId) {
        return coupons.useOf(invoiceId) == 1;
    }
}
