/** Takes back what staff booked by mistake: {@link org.carewright.billing.reversal.Reversals} (BIL-9). */
package org.carewright.billing.reversal;
