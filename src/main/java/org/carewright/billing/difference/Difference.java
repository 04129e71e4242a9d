package org.carewright.billing.difference;

import java.time.Instant;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * Something that doesn't agree.
 *
 * @param kind what, e.g. {@code amount}; the words are {@code billing.task.difference.<kind>}
 * @param providerRef the provider's id of it, or ours where the provider has none
 * @param documentId our payment, refund or dispute; null when there is none
 * @param expected null for nothing
 * @param told null for nothing
 */
public record Difference(
        String kind,
        String gateway,
        String providerRef,
        UUID documentId,
        Money expected,
        Money told,
        Instant movedAt,
        boolean compared) {

    /** A difference in a provider's word. */
    public static Difference told(
            String kind, String gateway, String ref, UUID documentId, Money expected, Money told, Instant at) {
        return new Difference(kind, gateway, ref, documentId, expected, told, at, false);
    }
}
