package org.carewright.billing.invoice;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A line of an invoice. All amounts in minor currency units.
 *
 * @param grossMinor quantity times price, before discount; contains an inclusive tax
 * @param discountMinor the line's own and its share of the invoice's
 * @param ownDiscountMinor the line's own, as it was asked for
 * @param netMinor without tax, after discount
 * @param taxMinor its share of the tax; {@code netMinor + taxMinor} is what it costs
 */
public record BilledLine(
        UUID serviceId,
        String description,
        BigDecimal quantity,
        long unitMinor,
        UUID taxId,
        long grossMinor,
        long discountMinor,
        long ownDiscountMinor,
        long netMinor,
        long taxMinor) {

    /** What the line costs. */
    public long totalMinor() {
        return netMinor + taxMinor;
    }
}
