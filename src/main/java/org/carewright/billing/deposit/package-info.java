/**
 * Money paid ahead so that a visit is kept: {@link org.carewright.billing.deposit.Deposits} (BIL-7). Appointments ask for
 * it through {@code DepositProcess}.
 */
package org.carewright.billing.deposit;
