package org.carewright.billing.bank;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.carewright.audit.AuditLog;
import org.carewright.billing.bank.ExpectedMapper.OwingRow;
import org.carewright.billing.payment.NewPayment;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.payment.UpiPayments;
import org.carewright.integrations.bank.BankCredit;
import org.carewright.integrations.bank.BankLines;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about money on the bank's statement that no rule could match (BIL-9). */
@Service
public class BankMatches {

    private static final String LINE = "bank_line";
    private static final int MOST_INVOICES = 20;

    private final BankLines lines;
    private final BankMatching matching;
    private final ExpectedMapper invoices;
    private final Payments payments;
    private final UpiPayments upi;
    private final AuditLog audit;

    BankMatches(
            BankLines lines,
            BankMatching matching,
            ExpectedMapper invoices,
            Payments payments,
            UpiPayments upi,
            AuditLog audit) {
        this.lines = lines;
        this.matching = matching;
        this.invoices = invoices;
        this.payments = payments;
        this.upi = upi;
        this.audit = audit;
    }

    /** An invoice that the money may be for. */
    public record Owing(UUID id, UUID patientId, String number, Money outstanding) {}

    /** A credit that waits. @throws ProblemException 404, also when it was decided */
    @Transactional(readOnly = true)
    public BankCredit waiting(UUID creditId) {
        return lines.find(creditId).filter(credit -> lines.isWaiting(creditId)).orElseThrow(ProblemException::notFound);
    }

    /** Payments that wait for exactly that amount, newest first. */
    @Transactional(readOnly = true)
    public List<Expected> payments(BankCredit credit) {
        return matching.waitingFor(credit.amount());
    }

    /** Invoices that wait for exactly that amount, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<Owing> invoices(BankCredit credit) {
        return invoices
                .owing(
                        credit.amount().currency().getCurrencyCode(),
                        credit.amount().minor(),
                        MOST_INVOICES)
                .stream()
                .map(BankMatches::owing)
                .toList();
    }

    /** The invoice with that number, however it stands. */
    @Transactional(readOnly = true)
    public Optional<Owing> invoice(String number) {
        return Optional.ofNullable(invoices.byNumber(number.strip())).map(BankMatches::owing);
    }

    private static Owing owing(OwingRow row) {
        return new Owing(row.id(), row.patientId(), row.number(), Money.of(row.outstandingMinor(), row.currency()));
    }

    /**
     * The credit is that payment: it is booked, unless it is already.
     *
     * @throws ProblemException 404; {@code bank_credit_decided}, {@code bank_other_amount} (409)
     */
    @Transactional
    public Payment matchPayment(UUID creditId, UUID paymentId, UUID by) {
        var credit = lines.find(creditId).orElseThrow(ProblemException::notFound);
        var payment = payments.get(paymentId);
        refuseUnless(payment.amount().equals(credit.amount()), "bank_other_amount");
        refuseUnless(lines.paidAmong(List.of(paymentId)).isEmpty(), "bank_credit_decided");
        decide(credit, paymentId, by);
        if (payment.status() != PaymentStatus.SUCCEEDED) {
            upi.arrived(paymentId, credit.reference());
        }
        return payments.get(paymentId);
    }

    /**
     * The credit pays that invoice; what is more than owed becomes the patient's credit.
     *
     * @throws InvalidFormException naming {@code invoice} when there is none with that number
     * @throws ProblemException 404; {@code bank_credit_decided}, {@code invoice_not_issued}, {@code other_currency} (409)
     */
    @Transactional
    public Payment matchInvoice(UUID creditId, String number, UUID by) {
        var credit = lines.find(creditId).orElseThrow(ProblemException::notFound);
        var invoice = invoice(number)
                .orElseThrow(
                        () -> new InvalidFormException(List.of(new FieldError("invoice", "bank_invoice", List.of()))));
        var id = paymentOf(creditId);
        decide(credit, id, by);
        var taken = new NewPayment(
                id, invoice.patientId(), invoice.id(), NewPayment.MANUAL, method(credit), credit.amount(), true);
        return payments.arrived(taken, credit.reference());
    }

    /** The same credit makes the same payment, whoever presses the button how often; another one after a mistake. */
    private UUID paymentOf(UUID creditId) {
        return Stream.iterate(0, mistakes -> mistakes + 1)
                .map(mistakes -> "bank_line:" + creditId + (mistakes == 0 ? "" : ":" + mistakes))
                .map(name -> UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .filter(id -> payments.find(id)
                        .map(Payment::status)
                        .filter(PaymentStatus.REVERSED::equals)
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private void decide(BankCredit credit, UUID paymentId, UUID by) {
        refuseUnless(lines.match(credit.id(), paymentId, by), "bank_credit_decided");
        audit.record("bank.matched", LINE, credit.id(), null, AuditLog.SUCCESS, "person");
    }

    private static PaymentMethod method(BankCredit credit) {
        return credit.description().toUpperCase(Locale.ROOT).contains("UPI")
                ? PaymentMethod.UPI
                : PaymentMethod.BANK_TRANSFER;
    }

    /** The credit is none of billing's business. @throws ProblemException 404; {@code bank_credit_decided} (409) */
    @Transactional
    public void notOurs(UUID creditId, UUID by) {
        lines.find(creditId).orElseThrow(ProblemException::notFound);
        refuseUnless(lines.ignore(creditId, by), "bank_credit_decided");
        audit.record("bank.not-ours", LINE, creditId, null);
    }

    /**
     * A credit that was called not ours waits again.
     *
     * @throws ProblemException 404; {@code bank_credit_decided} (409) when a payment was matched to it: that is taken back
     *     instead
     */
    @Transactional
    public void waitAgain(UUID creditId) {
        lines.find(creditId).orElseThrow(ProblemException::notFound);
        refuseUnless(lines.isIgnored(creditId) && lines.release(creditId), "bank_credit_decided");
        audit.record("bank.waits-again", LINE, creditId, null);
    }

    /** The credit that was matched to a payment waits again, as the payment was taken back; nothing if there is none. */
    @Transactional
    public void takenBack(UUID paymentId) {
        lines.ofPayment(paymentId).map(BankCredit::id).ifPresent(creditId -> {
            lines.release(creditId);
            audit.record("bank.waits-again", LINE, creditId, null);
        });
    }

    private static void refuseUnless(boolean allowed, String code) {
        if (!allowed) {
            throw new ProblemException(HttpStatus.CONFLICT, code);
        }
    }
}
