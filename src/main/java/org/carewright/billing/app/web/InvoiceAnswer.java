package org.carewright.billing.app.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.payment.Payment;

/**
 * An invoice in the API. All amounts are in minor units of its currency.
 *
 * @param number null until it is issued
 * @param outstandingMinor what is left to pay
 */
record InvoiceAnswer(
        UUID id,
        String number,
        String status,
        UUID patientId,
        String currency,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate paidOn,
        LocalDate periodStart,
        LocalDate periodEnd,
        String coupon,
        long subtotalMinor,
        long discountMinor,
        long taxMinor,
        long totalMinor,
        long creditedMinor,
        long outstandingMinor,
        List<LineAnswer> lines,
        List<TaxAnswer> taxes,
        String note,
        Instant createdAt) {

    /** @param totalMinor after discount, with tax */
    record LineAnswer(
            UUID serviceId,
            String description,
            BigDecimal quantity,
            long unitMinor,
            long discountMinor,
            long netMinor,
            long taxMinor,
            long totalMinor) {}

    /** @param ratePpm millionths: 9 % is 90000 */
    record TaxAnswer(String name, int ratePpm, long baseMinor, long amountMinor) {}

    /** A payment that was begun for an invoice. @param receipt its receipt's number, once it succeeded */
    record PaymentAnswer(
            UUID id,
            String status,
            String method,
            long amountMinor,
            String receipt,
            Instant createdAt,
            Instant paidAt) {

        static PaymentAnswer of(Payment payment) {
            return new PaymentAnswer(
                    payment.id(),
                    payment.status().code(),
                    payment.method().code(),
                    payment.amount().minor(),
                    payment.receipt(),
                    payment.createdAt(),
                    payment.paidAt());
        }
    }

    static InvoiceAnswer of(Invoice invoice) {
        return new InvoiceAnswer(
                invoice.id(),
                invoice.number(),
                invoice.status().code(),
                invoice.patientId(),
                invoice.currency().getCurrencyCode(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.paidOn(),
                invoice.periodStart(),
                invoice.periodEnd(),
                invoice.coupon(),
                invoice.subtotalMinor(),
                invoice.discountMinor(),
                invoice.taxMinor(),
                invoice.totalMinor(),
                invoice.creditedMinor(),
                invoice.outstandingMinor(),
                invoice.lines().stream()
                        .map(line -> new LineAnswer(
                                line.serviceId(),
                                line.description(),
                                line.quantity(),
                                line.unitMinor(),
                                line.discountMinor(),
                                line.netMinor(),
                                line.taxMinor(),
                                line.totalMinor()))
                        .toList(),
                invoice.taxes().stream()
                        .map(tax -> new TaxAnswer(tax.name(), tax.ratePpm(), tax.baseMinor(), tax.amountMinor()))
                        .toList(),
                invoice.note(),
                invoice.createdAt());
    }
}
