/** Money that comes in, whichever way: {@link org.carewright.billing.payment.Payments} (BIL-3). */
@org.springframework.modulith.NamedInterface("payment")
package org.carewright.billing.payment;
