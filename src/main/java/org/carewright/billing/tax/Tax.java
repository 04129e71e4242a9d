package org.carewright.billing.tax;

import java.util.List;
import java.util.UUID;

/**
 * A tax of the clinic. Its rates never change: a new rate is a new tax, and old invoices stay as they were.
 *
 * @param inclusive whether prices contain it
 */
public record Tax(UUID id, String name, boolean inclusive, List<TaxPart> parts) {

    public Tax {
        parts = List.copyOf(parts);
    }

    /** All parts together, in millionths. */
    public long ratePpm() {
        return parts.stream().mapToLong(TaxPart::ratePpm).sum();
    }
}
