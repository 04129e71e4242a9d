/**
 * The bank's statement and our payments (BIL-3, BIL-9): {@link org.carewright.billing.bank.BankMatching} matches what is
 * certain by itself, {@link org.carewright.billing.bank.BankMatches} what people decide. A line pays one payment.
 */
package org.carewright.billing.bank;
