package org.carewright.billing.plan;

import java.util.Currency;
import java.util.UUID;

/**
 * A plan to be offered; see {@link Plan}. Nulls are missing answers and refused by name.
 *
 * @param priceMinor of a period, minor units
 */
public record NewPlan(
        String name,
        UUID serviceId,
        Currency currency,
        Long priceMinor,
        IntervalUnit unit,
        Integer count,
        Integer sessions,
        Integer trialDays) {}
