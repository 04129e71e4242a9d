/**
 * Plays Razorpay at {@code /sandbox/razorpay}: orders, payments, refunds and disputes in its wire format with its checks
 * and error bodies, the hosted page to pay on, and signed webhooks that come twice, late, in the wrong order, wrongly
 * signed or not at all when asked to.
 */
package org.carewright.integrations.sandbox.razorpay;
