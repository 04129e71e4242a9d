package org.carewright.integrations.payment;

import java.time.YearMonth;

/**
 * What was paid with, as far as it may be shown.
 *
 * @param kind {@code card}, {@code upi}, {@code netbanking}, {@code wallet} or the provider's own word
 * @param brand e.g. {@code visa}; null for what isn't a card
 * @param last4 the card's last four digits; null for what isn't a card
 * @param expires null for what isn't a card
 * @param stored by what it can be charged again; null when it was not kept
 */
public record PaidWith(String kind, String brand, String last4, YearMonth expires, StoredMethod stored) {}
