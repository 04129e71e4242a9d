package org.carewright.billing.process;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.carewright.billing.card.SavedCards;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What {@code InvoiceProcess} and its decisions know about an invoice. */
@Service
public class InvoiceFacts {

    private static final String PAID = "paid";

    private final Invoices invoices;
    private final Payments payments;
    private final SavedCards cards;
    private final Dunning dunning;
    private final InvoiceWords words;

    InvoiceFacts(Invoices invoices, Payments payments, SavedCards cards, Dunning dunning, InvoiceWords words) {
        this.invoices = invoices;
        this.payments = payments;
        this.cards = cards;
        this.dunning = dunning;
        this.words = words;
    }

    /** @param amount in whole units of the currency, rounded up, so that less than one isn't nothing */
    public record Draft(String source, String currency, long amount, int discountPercent, String summary) {}

    /** @param nextStepAt null, like {@code dueDayOverAt}, when nothing is left to pay */
    public record Issued(boolean leftToPay, Instant dueDayOverAt, Instant nextStepAt, String summary) {}

    /** @param amount what is left, in whole units of the currency */
    public record Open(
            boolean leftToPay,
            boolean disputed,
            long amount,
            int stepsTaken,
            int daysOverdue,
            boolean storedCard,
            String summary) {}

    /** What the review rules ask for. */
    @Transactional(readOnly = true)
    public Draft ofDraft(UUID invoiceId) {
        var invoice = invoices.get(invoiceId);
        return new Draft(
                invoice.source().kind().code(),
                invoice.currency().getCurrencyCode(),
                whole(invoice.totalMinor(), invoice.currency()),
                percent(invoice),
                words.summary(invoice));
    }

    private static int percent(Invoice invoice) {
        return invoice.subtotalMinor() == 0
                ? 0
                : BigDecimal.valueOf(invoice.discountMinor())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(invoice.subtotalMinor()), 0, RoundingMode.CEILING)
                        .intValueExact();
    }

    private static long whole(long minor, Currency currency) {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits())
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** Issues the draft unless it was cancelled meanwhile; harmless when it is issued already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Issued issue(UUID invoiceId) {
        if (invoices.get(invoiceId).status() != InvoiceStatus.CANCELLED) {
            invoices.issue(invoiceId);
        }
        var invoice = invoices.get(invoiceId);
        var summary = words.summary(invoice);
        return invoice.status().isOpen()
                ? new Issued(true, dunning.dueDayOverAt(invoiceId), dunning.nextStepAt(invoiceId), summary)
                : new Issued(false, null, null, summary);
    }

    /** What the dunning policy asks for. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Open ofOpen(UUID invoiceId) {
        var standing = dunning.standing(invoiceId);
        var invoice = invoices.get(invoiceId);
        return new Open(
                standing.leftToPay(),
                standing.disputed(),
                whole(standing.outstandingMinor(), invoice.currency()),
                standing.stepsTaken(),
                standing.daysOverdue(),
                cards.usable(invoice.patientId()).isPresent(),
                words.summary(invoice));
    }

    /** {@code paid} when money came for it, {@code cancelled}, or {@code closed}: credited or written off. */
    @Transactional(readOnly = true)
    public String endOf(UUID invoiceId) {
        if (invoices.get(invoiceId).status() == InvoiceStatus.CANCELLED) {
            return InvoiceStatus.CANCELLED.code();
        }
        var paid =
                payments.ofInvoice(invoiceId).stream().anyMatch(payment -> payment.status() == PaymentStatus.SUCCEEDED);
        return paid ? PAID : "closed";
    }
}
