/** Money that goes back: {@link org.carewright.billing.refund.Refunds} (BIL-4). */
package org.carewright.billing.refund;
