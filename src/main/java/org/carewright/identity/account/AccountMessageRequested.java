package org.carewright.identity.account;

import java.util.UUID;

/**
 * Something is to be sent to somebody about their account; published in the transaction that decided so. Holds the id
 * alone: {@link AccountLetters} tells the rest when it is written.
 */
public record AccountMessageRequested(UUID ticketId) {}
