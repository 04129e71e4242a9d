package org.carewright.billing.invoice;

import java.math.BigDecimal;
import java.util.UUID;
import org.carewright.billing.tax.Tax;

/**
 * A line as it is asked for.
 *
 * @param serviceId the service it is for, or null
 * @param quantity above zero, at most three decimals
 * @param unitMinor price of one, minor currency units; contains the tax when that is inclusive
 * @param discountMinor off the line, at most its amount
 * @param tax null for none
 */
public record LineToBill(
        UUID serviceId, String description, BigDecimal quantity, long unitMinor, long discountMinor, Tax tax) {}
