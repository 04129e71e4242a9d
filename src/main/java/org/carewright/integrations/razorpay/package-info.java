/**
 * Razorpay (BIL-3, PLT-3): orders paid on its hosted page, refunds, webhooks. Clinics in India use it for cards, UPI and
 * net banking.
 */
package org.carewright.integrations.razorpay;
