package org.carewright.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.integrations.upi.UpiLink;
import org.carewright.shared.money.Money;
import org.carewright.shared.process.ActiveStep;
import org.carewright.shared.process.Processes;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestBank;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPaid;
import org.carewright.test.TestRuns;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of {@code UpiPaymentProcess}: a code proves nothing, the bank or a person does (BIL-3). */
@CarewrightTest
class UpiPaymentProcessTests {

    private static final Money AMOUNT = Money.of(150_000, "INR");

    @RegisterExtension
    final TestTime time = new TestTime();

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
    TestRuns runs;

    @Autowired
    TestJobs jobs;

    @Autowired
    Payments payments;

    @Autowired
    PaymentMapper rows;

    @Autowired
    UpiPayments upi;

    @Autowired
    Processes processes;

    private TestClinic clinic;
    private UUID invoice;
    private UUID payment;
    private String instance;

    @BeforeEach
    void showTheCode() {
        time.moveTo("2027-03-01T15:00:00Z");
        clinic = clinics.open();
        bank.takesUpi(clinic);
        invoice = paid.invoice(clinic, scheduling.patient(clinic), AMOUNT.minor());
        payment = bank.code(clinic, invoice);
        instance = in(() -> rows.pageInstance(payment));
    }

    @Test
    void showsTheSameCodeAgain() {
        assertThat(bank.code(clinic, invoice)).isEqualTo(payment);
        assertThat(in(() -> rows.pageInstance(payment))).isEqualTo(instance);
    }

    @Test
    void endsWhenTheStatementShowsTheMoney() {
        arrive();

        assertThat(status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(where()).isEmpty();
    }

    @Test
    void aPayersWordBooksNothingAndAsksStaffOnce() {
        claim();
        claim();

        assertThat(status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(money.balance(clinic, "money")).isZero();
        assertThat(where()).containsExactly("Task_LookForMoney");
    }

    @Test
    void booksWhatStaffHaveSeen() {
        claim();
        var utr = TestBank.utr();
        complete(Map.of("upiFound", "received", "upiReference", utr));

        assertThat(status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(in(() -> payments.get(payment)).reference()).isEqualTo(utr);
        assertThat(where()).isEmpty();
        bank.imports(clinic, TestBank.line("UPI ASHA", utr, "1500.00"));
        assertThat(money.balance(clinic, "money")).isEqualTo(AMOUNT.minor());
        assertThat(bank.waiting(clinic)).isEmpty();
    }

    @Test
    void givesUpWhatStaffDoNotFind() {
        claim();
        complete(Map.of("upiFound", "not_received"));
        jobs.runDue(instance);

        assertThat(status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(where()).isEmpty();
    }

    @Test
    void takesTheTaskAwayWhenTheStatementShowsTheMoneyFirst() {
        claim();
        arrive();

        assertThat(status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(where()).isEmpty();
    }

    @Test
    void takesTheTaskAwayWhenTheInvoiceIsPaidInCash() {
        claim();
        money.cashIn(clinic, invoice, AMOUNT);
        jobs.runDue(instance);

        assertThat(status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(where()).isEmpty();
    }

    @Test
    void givesUpACodeThatIsPaidOtherwise() {
        money.cashIn(clinic, invoice, AMOUNT);
        jobs.runDue(instance);

        assertThat(status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(where()).isEmpty();
    }

    @Test
    void givesUpAfterAWeek() {
        time.moveTo("2027-03-08T14:59:59Z");
        jobs.runDue(instance);
        assertThat(status()).isEqualTo(PaymentStatus.PENDING);
        time.moveTo("2027-03-08T15:00:00Z");
        jobs.runDue(instance);

        assertThat(status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(where()).isEmpty();
    }

    private void claim() {
        in(() -> {
            upi.claim(payment, null);
            return true;
        });
    }

    private void complete(Map<String, Object> answer) {
        in(() -> {
            runs.as(clinic, UUID.randomUUID(), () -> runs.complete(instance, "Task_LookForMoney", answer));
            return true;
        });
    }

    private void arrive() {
        bank.imports(clinic, TestBank.line("UPI " + UpiLink.reference(payment), TestBank.utr(), "1500.00"));
    }

    private PaymentStatus status() {
        return in(() -> payments.get(payment)).status();
    }

    private List<String> where() {
        return in(() -> processes.whereIs(instance)).stream()
                .map(ActiveStep::elementId)
                .toList();
    }

    private <T> T in(Supplier<T> work) {
        return scheduling.in(clinic, work);
    }
}
