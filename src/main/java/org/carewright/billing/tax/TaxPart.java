package org.carewright.billing.tax;

/**
 * A part of a tax that is shown on its own, e.g. CGST.
 *
 * @param ratePpm millionths of the price without tax: 8.875 % is 88750
 */
public record TaxPart(String name, int ratePpm) {}
