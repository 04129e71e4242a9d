/** Payments that a bank took back, until it is decided who is right: {@link org.carewright.billing.dispute.Disputes}. */
package org.carewright.billing.dispute;
