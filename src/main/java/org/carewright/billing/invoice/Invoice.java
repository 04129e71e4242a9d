package org.carewright.billing.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.carewright.shared.money.Money;

/**
 * An invoice of the clinic in scope. Amounts in minor units of {@code currency}.
 *
 * @param number null until it is issued
 * @param issuedOn day of issue in the clinic's zone, null until then
 * @param outstandingMinor what is left to pay, from the ledger; 0 for a draft
 * @param creditedMinor what credit notes have taken back
 * @param version to be handed back with a change
 */
public record Invoice(
        UUID id,
        UUID patientId,
        InvoiceStatus status,
        String number,
        Currency currency,
        InvoiceSource source,
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate paidOn,
        String coupon,
        long subtotalMinor,
        long discountMinor,
        long taxMinor,
        long totalMinor,
        long outstandingMinor,
        long creditedMinor,
        List<BilledLine> lines,
        List<TaxSum> taxes,
        String note,
        Instant createdAt,
        int version) {

    /** What it came to when it was issued. */
    public Money total() {
        return new Money(totalMinor, currency);
    }

    /** What is left to pay. */
    public Money outstanding() {
        return new Money(outstandingMinor, currency);
    }

    /** As a reader of {@code locale} writes that amount of this invoice. */
    public String amount(long minor, Locale locale) {
        return new Money(minor, currency).format(locale);
    }
}
