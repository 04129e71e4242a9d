/**
 * Plays Stripe: the wire format of its API for the real SDK with idempotency keys and their errors, a hosted page to pay
 * on with Stripe's own test cards, and signed webhooks with every fault. Its state is in tables and survives restarts.
 */
package org.carewright.integrations.sandbox.stripe;
