package org.carewright.billing.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * What is to be invoiced.
 *
 * @param currency of all its amounts
 * @param periodStart first day it is for, or null; with {@code periodEnd}
 * @param coupon code, or null
 * @param note for the patient, may be null; kept sealed
 */
public record InvoiceDraft(
        UUID patientId,
        InvoiceSource source,
        Currency currency,
        List<Line> lines,
        LocalDate periodStart,
        LocalDate periodEnd,
        String coupon,
        String note) {

    public InvoiceDraft {
        lines = List.copyOf(lines);
    }

    /** A draft without period, coupon and note. */
    public static InvoiceDraft of(UUID patientId, InvoiceSource source, Currency currency, List<Line> lines) {
        return new InvoiceDraft(patientId, source, currency, lines, null, null, null, null);
    }

    /**
     * One line; its tax is the service's.
     *
     * @param serviceId the service it is for, or null for something else
     * @param description what the patient reads
     * @param unitMinor price of one, minor units
     * @param discountMinor off the line
     */
    public record Line(UUID serviceId, String description, BigDecimal quantity, long unitMinor, long discountMinor) {

        /** One of a service at its price. */
        public static Line one(UUID serviceId, String description, long unitMinor) {
            return new Line(serviceId, description, BigDecimal.ONE, unitMinor, 0);
        }
    }
}
