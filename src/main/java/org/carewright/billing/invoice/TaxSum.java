package org.carewright.billing.invoice;

/**
 * One tax of an invoice, e.g. CGST of all its lines.
 *
 * @param ratePpm millionths
 * @param baseMinor what it is a part of, without tax
 */
public record TaxSum(String name, int ratePpm, long baseMinor, long amountMinor) {}
