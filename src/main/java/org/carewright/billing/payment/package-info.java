/** Money that comes in, whichever way: {@link org.carewright.billing.payment.Payments} (BIL-3). */
package org.carewright.billing.payment;
