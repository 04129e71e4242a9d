/**
 * Card payments through Stripe: hosted Checkout to pay and to save a card, charges of saved cards, refunds, its signed
 * events, and its balance for reconciliation. Through Stripe's own SDK, whose requests go over our HTTP client. Nothing
 * here is for other modules.
 *
 * <p>A payment has several ids at Stripe ({@code cs_}, then {@code pi_}); each of them can be looked at, and a payment
 * that succeeded is told with its {@code pi_}.
 */
package org.carewright.integrations.stripe;
