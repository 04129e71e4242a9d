package org.carewright.billing.invoice;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What takes back an invoice or a part of it. Amounts in minor units of the invoice's currency.
 *
 * @param reason staff's words, null for none
 */
public record CreditNote(
        UUID id,
        UUID invoiceId,
        String number,
        LocalDate issuedOn,
        long netMinor,
        long taxMinor,
        long totalMinor,
        String reason) {}
