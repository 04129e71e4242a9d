package org.carewright.integrations.payment;

/** A saved card at the provider: the customer and the card, by the provider's ids. */
public record StoredMethod(String customerRef, String methodRef) {}
