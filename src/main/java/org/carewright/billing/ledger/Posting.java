package org.carewright.billing.ledger;

import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What one document does to the ledger, in one currency.
 *
 * @param kind what happened, e.g. {@code invoice}, {@code payment}; with the document unique, so that nothing is posted
 *     twice
 * @param entries without those of zero; they balance
 */
public record Posting(String kind, UUID documentId, Currency currency, List<Entry> entries) {

    /** @throws IllegalArgumentException when the entries don't balance or there are none */
    public Posting {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(documentId, "documentId");
        Objects.requireNonNull(currency, "currency");
        entries = entries.stream().filter(entry -> entry.amountMinor() != 0).toList();
        var sum = entries.stream().mapToLong(Entry::amountMinor).reduce(0, Math::addExact);
        if (sum != 0) {
            throw new IllegalArgumentException("The entries of " + kind + " " + documentId + " are off by " + sum);
        }
    }
}
