/**
 * Razorpay (BIL-3, PLT-3): orders paid on its hosted page, refunds, webhooks. Clinics in India use it for cards, UPI and
 * net banking.
 *
 * <p>Facts for who handles its events:
 * <ul>
 *   <li>An order's id stands for the payment ({@code objectRef}, and what {@code look} and {@code refund} take); {@code
 *       providerRef} is the id of the one try, refund or dispute that the event is about.
 *   <li>{@code payment_failed} ends one try, not the order: the patient can try again on the same page, so {@code
 *       payment_succeeded} may follow, and {@code look} says {@code Waiting}. Both {@code payment.captured} and {@code
 *       order.paid} come as {@code payment_succeeded}, and so does the patient's own return.
 *   <li>An order can't be cancelled: after {@code close} it can still be paid by who has Razorpay's page open.
 *   <li>A refund made by hand at Razorpay comes without {@code objectId}.
 *   <li>{@code movements} tells payments, fees and refunds; disputes are told by events only, as Razorpay dates them by
 *       their beginning.
 * </ul>
 */
package org.carewright.integrations.razorpay;
