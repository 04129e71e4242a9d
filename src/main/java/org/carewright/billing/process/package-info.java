/**
 * How invoices are issued, collected and ended: {@link org.carewright.billing.process.InvoiceRuns} is the door to
 * {@code InvoiceProcess} (BIL-2, BIL-5), {@link org.carewright.billing.process.Dunning} plans its steps.
 */
package org.carewright.billing.process;
