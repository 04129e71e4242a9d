package org.carewright.billing.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.invoice.NumberSeries;
import org.carewright.billing.invoice.NumberSeries.Series;
import org.carewright.billing.ledger.Entry;
import org.carewright.billing.ledger.Ledger;
import org.carewright.billing.ledger.LedgerAccount;
import org.carewright.billing.ledger.Posting;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Payments of the clinic in scope (BIL-3). Word of one may come any number of times, from several sides, in any order:
 * it is booked once.
 */
@Service
public class Payments {

    public static final String PAYMENT = "payment";

    private static final String RESOURCE = "payment";

    private final PaymentMapper payments;
    private final Invoices invoices;
    private final InvoiceLedger invoiceLedger;
    private final NumberSeries numbers;
    private final Ledger ledger;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final ClinicScope clinic;
    private final Clock clock;

    Payments(
            PaymentMapper payments,
            Invoices invoices,
            InvoiceLedger invoiceLedger,
            NumberSeries numbers,
            Ledger ledger,
            AuditLog audit,
            ApplicationEventPublisher events,
            ClinicScope clinic,
            Clock clock) {
        this.payments = payments;
        this.invoices = invoices;
        this.invoiceLedger = invoiceLedger;
        this.numbers = numbers;
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** @throws ProblemException 404 when the clinic has none with that id */
    @Transactional(readOnly = true)
    public Payment get(UUID id) {
        return found(payments.byId(id)).toPayment();
    }

    /** The payment with that id; empty when the clinic has none. */
    @Transactional(readOnly = true)
    public Optional<Payment> find(UUID id) {
        return Optional.ofNullable(payments.byId(id)).map(PaymentMapper.PaymentRow::toPayment);
    }

    /** All that were begun for an invoice, oldest first. */
    @Transactional(readOnly = true)
    public List<Payment> ofInvoice(UUID invoiceId) {
        return payments.ofInvoice(invoiceId).stream()
                .map(PaymentMapper.PaymentRow::toPayment)
                .toList();
    }

    /** A patient's payments, newest first. @param after the last of the page before, null for the first page */
    @Transactional(readOnly = true)
    public List<Payment> ofPatient(UUID patientId, Payment after, int limit) {
        var before = after == null ? null : after.createdAt();
        return payments.ofPatient(patientId, before, after == null ? null : after.id(), limit).stream()
                .map(PaymentMapper.PaymentRow::toPayment)
                .toList();
    }

    /** The clinic whose payment a provider's object belongs to; needs no scope. */
    @Transactional(readOnly = true)
    public Optional<UUID> clinicOf(String gateway, boolean live, String objectRef) {
        return Optional.ofNullable(payments.byObject(gateway, live, objectRef)).map(PaymentMapper.Place::clinicId);
    }

    /** The payment that a provider's object belongs to, of the clinic in scope. */
    @Transactional(readOnly = true)
    public Optional<UUID> of(String gateway, boolean live, String objectRef) {
        return Optional.ofNullable(payments.byObject(gateway, live, objectRef))
                .filter(place -> place.clinicId().equals(clinic.required()))
                .map(PaymentMapper.Place::id);
    }

    /**
     * Notes that a payment is meant; asked for twice under one id, it is one.
     *
     * @throws ProblemException 404; {@code invoice_not_open} (409); {@code payment_above_invoice} (409);
     *     {@code other_currency} (409)
     */
    @Transactional
    public Payment begin(NewPayment wanted) {
        // Read before: what is seen as paid by the same payment, sent twice at once, is then also seen as there.
        var invoice = wanted.invoiceId() == null ? null : invoices.get(wanted.invoiceId());
        var there = payments.byId(wanted.id());
        if (there != null) {
            return there.toPayment();
        }
        if (invoice != null) {
            refuseUnfit(wanted, invoice);
        }
        var by = audit.actor().orElse(null);
        if (payments.insert(clinic.required(), wanted, by, clock.instant()) == 1) {
            audit.record("payment.begun", RESOURCE, wanted.id(), wanted.patientId());
        }
        return get(wanted.id());
    }

    private static void refuseUnfit(NewPayment wanted, Invoice invoice) {
        refuseUnless(invoice.status().isOpen(), "invoice_not_open");
        refuseUnless(invoice.currency().equals(wanted.amount().currency()), "other_currency");
        refuseUnless(wanted.amount().minor() <= invoice.outstandingMinor(), "payment_above_invoice");
        if (!invoice.patientId().equals(wanted.patientId())) {
            throw ProblemException.notFound();
        }
    }

    /** The provider has an object for it; what it tells of that object is about this payment. */
    @Transactional
    public void opened(UUID id, String objectRef, boolean processing) {
        var row = found(payments.lock(id));
        if (!PaymentStatus.of(row.status()).wasBooked()) {
            payments.begun(id, objectRef, (processing ? PaymentStatus.PROCESSING : PaymentStatus.PENDING).code());
        }
    }

    /** The provider works on it, unless that is known or it has ended. */
    @Transactional
    public void processing(UUID id) {
        var row = found(payments.lock(id));
        if (PaymentStatus.of(row.status()) == PaymentStatus.PENDING) {
            payments.begun(id, row.objectRef(), PaymentStatus.PROCESSING.code());
        }
    }

    /**
     * Books money that arrived: once, however often and in whatever order it is told. Also of a payment that had failed
     * or was given up, since the money is there.
     *
     * @param amount as the provider tells; anything but what was asked for is not booked
     * @param providerRef the provider's id for it
     * @throws ProblemException 404; {@code payment_reversed} (409) when it was booked by mistake before
     */
    @Transactional
    public Receipt received(UUID id, Money amount, String providerRef, PaidWith with, Instant at) {
        var row = found(payments.lock(id));
        refuseUnless(PaymentStatus.of(row.status()) != PaymentStatus.REVERSED, "payment_reversed");
        if (PaymentStatus.of(row.status()) == PaymentStatus.SUCCEEDED) {
            return Objects.equals(row.amountMinor(), amount.minor())
                    ? new Receipt.BookedBefore()
                    : new Receipt.Mismatch(row.toPayment().amount(), amount);
        }
        if (!row.toPayment().amount().equals(amount)) {
            return new Receipt.Mismatch(row.toPayment().amount(), amount);
        }
        // First of all: who hears that the invoice is settled must find this payment ended.
        payments.succeeded(id, providerRef, with, at);
        var credit = book(row.toPayment(), with.method());
        audit.record("payment.received", RESOURCE, id, row.patientId());
        payments.receipt(id, numbers.next(Series.RECEIPT, ledger.today()));
        events.publishEvent(new PaymentSucceeded(id, row.invoiceId(), row.patientId()));
        return new Receipt.Booked(credit);
    }

    private long book(Payment payment, PaymentMethod method) {
        var minor = payment.amount().minor();
        var money = Entry.money(method.code(), minor, payment.invoiceId(), payment.id());
        if (payment.invoiceId() != null) {
            return invoiceLedger.pay(payment.invoiceId(), PAYMENT, payment.id(), minor, List.of(money), payment.id());
        }
        ledger.post(new Posting(
                PAYMENT,
                payment.id(),
                payment.amount().currency(),
                List.of(money, Entry.credit(LedgerAccount.PATIENT_CREDIT, minor, null, payment.id()))));
        return minor;
    }

    /** Money that staff took: cash, a transfer they see on the statement. Begun and booked at once. */
    @Transactional
    public Payment take(NewPayment taken, String reference) {
        begin(taken);
        received(
                taken.id(), taken.amount(), null, new PaidWith(taken.method(), null, null, reference), clock.instant());
        return get(taken.id());
    }

    /**
     * Money that is at the bank already, whatever is still owed: what is left over becomes the patient's credit. Asked
     * for twice under one id, it is booked once.
     *
     * @throws ProblemException 404; {@code invoice_not_issued}, {@code other_currency} (409)
     */
    @Transactional
    public Payment arrived(NewPayment taken, String reference) {
        var invoice = invoices.get(taken.invoiceId());
        refuseUnless(invoice.number() != null, "invoice_not_issued");
        refuseUnless(invoice.currency().equals(taken.amount().currency()), "other_currency");
        if (payments.insert(clinic.required(), taken, audit.actor().orElse(null), clock.instant()) == 1) {
            audit.record("payment.begun", RESOURCE, taken.id(), taken.patientId());
        }
        received(
                taken.id(), taken.amount(), null, new PaidWith(taken.method(), null, null, reference), clock.instant());
        return get(taken.id());
    }

    /** Whether it was booked because a person or a bank statement said so, not a provider that holds the money. */
    public static boolean isOnOurWord(Payment payment) {
        return payment.gateway().equals(NewPayment.MANUAL) || UpiPayments.isByUpi(payment);
    }

    /**
     * Takes back that it was booked: the invoice is to be paid again.
     *
     * @param reason staff's words for the log
     * @throws ProblemException 404; {@code payment_not_reversible} (409) when it isn't booked or a provider moved the
     *     money; {@code payment_of_deposit}, {@code payment_invoice_credited}, {@code payment_credit_used} (409)
     */
    @Transactional
    public void reverse(UUID id, String reason) {
        var row = found(payments.lock(id));
        var payment = row.toPayment();
        refuseUnless(
                payment.status() == PaymentStatus.SUCCEEDED && isOnOurWord(payment) && payment.invoiceId() != null,
                "payment_not_reversible");
        var source = invoices.get(payment.invoiceId()).source();
        refuseUnless(source.kind() != InvoiceSource.Kind.DEPOSIT, "payment_of_deposit");
        // First of all: who hears that the invoice is open again must find this payment taken back.
        payments.ended(id, PaymentStatus.REVERSED.code(), null);
        invoiceLedger.takeBack(payment.invoiceId(), PAYMENT, id);
        audit.record("payment.reversed", RESOURCE, id, row.patientId(), AuditLog.SUCCESS, reason);
    }

    /** It was declined, unless it has succeeded. @param code the reason, e.g. {@code card_declined} */
    @Transactional
    public void failed(UUID id, String code) {
        var row = found(payments.lock(id));
        if (PaymentStatus.of(row.status()).isUnderWay()) {
            payments.ended(id, PaymentStatus.FAILED.code(), code);
            audit.record("payment.failed", RESOURCE, id, row.patientId(), AuditLog.FAILURE, code);
            events.publishEvent(new PaymentFailed(id, row.invoiceId(), row.patientId(), code));
        }
    }

    /** Nobody waits for it any more, unless it has ended. */
    @Transactional
    public void giveUp(UUID id) {
        var row = found(payments.lock(id));
        if (PaymentStatus.of(row.status()).isUnderWay()) {
            payments.ended(id, PaymentStatus.CANCELLED.code(), null);
        }
    }

    private static PaymentMapper.PaymentRow found(PaymentMapper.PaymentRow row) {
        if (row == null) {
            throw ProblemException.notFound();
        }
        return row;
    }

    private static void refuseUnless(boolean allowed, String code) {
        if (!allowed) {
            throw new ProblemException(HttpStatus.CONFLICT, code);
        }
    }
}
