/**
 * Invoices and credit notes: {@link org.carewright.billing.invoice.Invoices} (BIL-2). Sums and rounding:
 * {@link org.carewright.billing.invoice.InvoiceSums}.
 */
package org.carewright.billing.invoice;
