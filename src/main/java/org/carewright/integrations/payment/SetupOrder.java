package org.carewright.integrations.payment;

import java.net.URI;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;

/**
 * A card to be saved on the provider's page.
 *
 * @param setupId ours, made for this order; comes back with the event {@code method_saved}
 * @param currency in which the card will be charged; picks the account
 */
public record SetupOrder(UUID setupId, UUID patientId, Currency currency, URI success, URI cancel, Locale locale) {}
