package org.carewright.billing.plan;

import java.time.LocalDate;

/**
 * One version of a plan's price.
 *
 * @param version 1 for the first
 * @param minor of a period, minor units of the plan's currency
 * @param validFrom periods that begin on this day or later cost it
 */
public record PlanPrice(int version, long minor, LocalDate validFrom) {}
