package org.carewright.billing.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.carewright.test.TestBank.line;
import static org.carewright.test.TestBank.utr;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.payment.NewPayment;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.payment.PaymentPages;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.payment.UpiPayments;
import org.carewright.integrations.bank.BankUploads;
import org.carewright.integrations.bank.ImportResult.Imported;
import org.carewright.integrations.upi.UpiLink;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestBank;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPaid;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a bank statement books by itself, and what it leaves to people (BIL-3, BIL-9). */
@CarewrightTest
class BankMatchingTests {

    private static final Money AMOUNT = Money.of(150_000, "INR");
    private static final String RUPEES = "1500.00";

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    TestPaid paid;

    @Autowired
    TestBank bank;

    @Autowired
    BankMatching matching;

    @Autowired
    BankMatches matches;

    @Autowired
    BankUploads uploads;

    @Autowired
    Payments payments;

    @Autowired
    PaymentPages pages;

    @Autowired
    UpiPayments upi;

    @Autowired
    ClinicScope scope;

    private TestClinic clinic;
    private UUID patient;
    private UUID invoice;

    @BeforeEach
    void owe() {
        clinic = clinics.open();
        bank.takesUpi(clinic);
        patient = scheduling.patient(clinic);
        invoice = paid.invoice(clinic, patient, AMOUNT.minor());
    }

    @Test
    void booksThePaymentWhoseLinkTheBankNamesWithTheBanksReferenceAndAReceipt() {
        var payment = bank.code(clinic, invoice);
        var utr = utr();
        bank.imports(clinic, line("UPI-ASHA-" + UpiLink.reference(payment), utr, RUPEES));

        assertThat(get(payment)).satisfies(booked -> {
            assertThat(booked.status()).isEqualTo(PaymentStatus.SUCCEEDED);
            assertThat(booked.reference()).isEqualTo(utr);
            assertThat(booked.receipt()).isNotNull();
        });
        assertThat(money.invoice(clinic, invoice).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(bank.waiting(clinic)).isEmpty();
    }

    @Test
    void booksByTheReferenceThatThePayerTyped() {
        var payment = bank.code(clinic, invoice);
        var utr = utr();
        in(() -> {
            upi.claim(payment, utr.substring(0, 4) + " " + utr.substring(4));
            return true;
        });
        bank.imports(clinic, line("UPI/ASHA RAO", "0000" + utr, RUPEES));

        assertThat(get(payment).status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void booksByTheNumberOfTheInvoiceHoweverTheBankWritesIt() {
        var payment = bank.code(clinic, invoice);
        bank.imports(clinic, line("UPI-ASHA-" + number().toLowerCase().replace('-', ' '), utr(), RUPEES));

        assertThat(get(payment).status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void booksNothingTwiceForTheSameFile() {
        var payment = bank.code(clinic, invoice);
        var line = line("UPI " + UpiLink.reference(payment), utr(), RUPEES);
        bank.imports(clinic, line);
        var again = bank.imports(clinic, line, line("UPI other", utr(), "10.00"));

        assertThat(again).isInstanceOfSatisfying(Imported.class, result -> {
            assertThat(result.credits()).isEqualTo(1);
            assertThat(result.known()).isEqualTo(1);
        });
        assertThat(money.balance(clinic, "money")).isEqualTo(AMOUNT.minor());
    }

    @Test
    void booksOnceWhatSeveralPeopleImportAtTheSameTime() throws Exception {
        var payment = bank.code(clinic, invoice);
        var line = line("UPI " + UpiLink.reference(payment), utr(), RUPEES);
        Simultaneously.run(4, IllegalStateException.class, () -> bank.imports(clinic, line));

        assertThat(money.balance(clinic, "money")).isEqualTo(AMOUNT.minor());
        assertThat(bank.waiting(clinic)).isEmpty();
    }

    @Test
    void leavesAnotherAmountToPeople() {
        var payment = bank.code(clinic, invoice);
        bank.imports(clinic, line("UPI " + UpiLink.reference(payment), utr(), "1499.99"));

        assertThat(get(payment).status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(bank.waiting(clinic)).hasSize(1);
    }

    @Test
    void leavesTheSecondOfTwoEqualPaymentsToPeople() {
        bank.code(clinic, invoice);
        bank.imports(clinic, line("UPI " + number(), utr(), RUPEES), line("UPI " + number(), utr(), RUPEES));

        assertThat(money.balance(clinic, "money")).isEqualTo(AMOUNT.minor());
        assertThat(bank.waiting(clinic)).hasSize(1);
    }

    @Test
    void guessesNothingFromAnEqualAmountAlone() {
        var payment = bank.code(clinic, invoice);
        bank.imports(clinic, line("UPI-ASHA RAO", utr(), RUPEES));

        assertThat(get(payment).status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(bank.waiting(clinic)).hasSize(1);
    }

    @Test
    void booksWhatComesAfterTheCodeWasGivenUp() {
        var payment = bank.code(clinic, invoice);
        scope.run(clinic.id(), () -> pages.close(payment));
        assertThat(get(payment).status()).isEqualTo(PaymentStatus.CANCELLED);
        bank.imports(clinic, line("UPI " + UpiLink.reference(payment), utr(), RUPEES));

        assertThat(get(payment).status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void confirmsWhatStaffHadBookedAndBooksItNotAgain() {
        var utr = utr();
        in(() -> payments.take(
                new NewPayment(
                        UUID.randomUUID(),
                        patient,
                        invoice,
                        NewPayment.MANUAL,
                        PaymentMethod.BANK_TRANSFER,
                        AMOUNT,
                        true),
                utr));
        bank.imports(clinic, line("NEFT ASHA", utr, RUPEES));

        assertThat(money.balance(clinic, "money")).isEqualTo(AMOUNT.minor());
        assertThat(bank.waiting(clinic)).isEmpty();
    }

    @Test
    void foreseesWhatItWillBook() {
        var payment = bank.code(clinic, invoice);
        var upload = bank.uploaded(
                clinic,
                line("UPI " + UpiLink.reference(payment), utr(), RUPEES),
                line("=HYPERLINK(\"http://evil\")", utr(), RUPEES));
        var preview = in(() -> uploads.preview(upload));
        var foreseen = in(() -> matching.foresee(preview.lines()));

        assertThat(foreseen).hasSize(1);
        assertThat(foreseen.get(2).paymentId()).isEqualTo(payment);
        assertThat(get(payment).status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(bank.waiting(clinic)).isEmpty();
    }

    @Test
    void aPersonMatchesAnInvoiceAndTheRestBecomesCredit() {
        var credit = bank.credit(clinic, Money.of(200_000, "INR"));
        var payment = in(() -> matches.matchInvoice(credit, number(), null));

        assertThat(payment.method()).isEqualTo(PaymentMethod.BANK_TRANSFER);
        assertThat(money.invoice(clinic, invoice).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(money.balance(clinic, "patient_credit")).isEqualTo(-50_000);
        assertThat(bank.waiting(clinic)).isEmpty();
    }

    @Test
    void aPersonMatchesAPaymentThatTheBankDidNotName() {
        var payment = bank.code(clinic, invoice);
        var credit = bank.credit(clinic, AMOUNT);

        assertThat(in(() -> matches.payments(matches.waiting(credit))))
                .extracting(Expected::paymentId)
                .containsExactly(payment);
        in(() -> matches.matchPayment(credit, payment, null));
        assertThat(get(payment).status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void twoPeopleDecideOnACreditOnce() throws Exception {
        var credit = bank.credit(clinic, AMOUNT);
        Simultaneously.run(4, ProblemException.class, () -> in(() -> matches.matchInvoice(credit, number(), null)));

        assertThat(money.balance(clinic, "money")).isEqualTo(AMOUNT.minor());
    }

    @Test
    void refusesAPaymentOfAnotherAmountAndAnUnknownInvoice() {
        var payment = bank.code(clinic, invoice);
        var credit = bank.credit(clinic, Money.of(10_000, "INR"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> in(() -> matches.matchPayment(credit, payment, null)))
                .extracting(ProblemException::code)
                .isEqualTo("bank_other_amount");
        assertThatExceptionOfType(InvalidFormException.class)
                .isThrownBy(() -> in(() -> matches.matchInvoice(credit, "INV-NONE", null)));
        assertThat(bank.waiting(clinic)).hasSize(1);
    }

    @Test
    void whatIsNotOursLeavesTheListAndComesBackOnRequest() {
        var credit = bank.credit(clinic, AMOUNT);
        in(() -> {
            matches.notOurs(credit, null);
            return true;
        });
        assertThat(bank.waiting(clinic)).isEmpty();
        assertThat(money.balance(clinic, "money")).isZero();

        in(() -> {
            matches.waitAgain(credit);
            return true;
        });
        assertThat(bank.waiting(clinic)).hasSize(1);
    }

    @Test
    void whatWasMatchedIsNotPutBack() {
        var credit = bank.credit(clinic, AMOUNT);
        in(() -> matches.matchInvoice(credit, number(), null));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> in(() -> {
                    matches.waitAgain(credit);
                    return true;
                }));
    }

    @Test
    void twoPaymentsCannotBeSeenWithOneReference() {
        var other = paid.invoice(clinic, patient, AMOUNT.minor());
        var first = bank.code(clinic, invoice);
        var second = bank.code(clinic, other);
        var utr = utr();
        see(first, utr);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> see(second, utr))
                .extracting(ProblemException::code)
                .isEqualTo("upi_reference_used");
        assertThat(List.of(get(first).status(), get(second).status()))
                .containsExactly(PaymentStatus.SUCCEEDED, PaymentStatus.PENDING);
    }

    private void see(UUID payment, String utr) {
        in(() -> {
            upi.seen(payment, utr);
            return true;
        });
    }

    private String number() {
        return money.invoice(clinic, invoice).number();
    }

    private Payment get(UUID payment) {
        return in(() -> payments.get(payment));
    }

    private <T> T in(Supplier<T> work) {
        return scheduling.in(clinic, work);
    }
}
