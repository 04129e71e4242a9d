package org.carewright.billing.reversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.billing.bank.BankMatches;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.paper.Papers;
import org.carewright.billing.payment.NewPayment;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.refund.RefundReason;
import org.carewright.billing.refund.Refunds;
import org.carewright.identity.Role;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.ActiveStep;
import org.carewright.shared.process.Processes;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestBank;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPaid;
import org.carewright.test.TestRuns;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A booking that was a mistake is reversed, not edited, and money that moved is never (BIL-9). */
@CarewrightTest
class ReversalTests {

    private static final String MISTAKE = "Typed for the wrong patient";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @Autowired
    TestMoney money;

    @Autowired
    TestPaid paid;

    @Autowired
    TestBank bank;

    @Autowired
    Reversals reversals;

    @Autowired
    Payments payments;

    @Autowired
    Refunds refunds;

    @Autowired
    InvoiceLedger invoiceLedger;

    @Autowired
    BankMatches matches;

    @Autowired
    Papers papers;

    @Autowired
    TestRuns runs;

    @Autowired
    TestJobs jobs;

    @Autowired
    Processes processes;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;
    private UUID patient;

    @BeforeEach
    void open() {
        clinic = clinics.open();
        patient = scheduling.patient(clinic);
    }

    @Test
    void theInvoiceIsToBePaidAgainAndTheLedgerHoldsBothBookings() {
        var invoice = money.issued(clinic, patient, 8_000);
        var payment = money.cash(clinic, invoice, 8_000);

        reverse(payment.id());

        assertThat(money.invoice(clinic, invoice)).satisfies(open -> {
            assertThat(open.status()).isEqualTo(InvoiceStatus.SENT);
            assertThat(open.outstandingMinor()).isEqualTo(8_000);
        });
        assertThat(status(payment.id())).isEqualTo(PaymentStatus.REVERSED);
        assertThat(money.balance(clinic, "money")).isZero();
        assertThat(money.balance(clinic, null)).isZero();
        assertThat(scheduling.count(clinic, "billing.posting")).isEqualTo(3);
    }

    @Test
    void theInvoicesProcessCollectsAgain() {
        var invoice = money.issued(clinic, patient, 8_000);
        var payment = money.cash(clinic, invoice, 8_000);
        var receipting = lastInstance(invoice);
        jobs.runDue(receipting);

        reverse(payment.id());
        jobs.runDue(lastInstance(invoice));

        assertThat(lastInstance(invoice)).isNotEqualTo(receipting);
        assertThat(scheduling.in(clinic, () -> processes.whereIs(lastInstance(invoice))))
                .extracting(ActiveStep::elementId)
                .containsExactly("Event_DueDayOver");
    }

    @Test
    void aReceiptThatWaitsToBeSentIsNotSentAndTheProcessCollectsAllTheSame() {
        var invoice = money.issued(clinic, patient, 8_000);
        var payment = money.cash(clinic, invoice, 8_000);
        var receipting = lastInstance(invoice);
        assertThat(jobs.due(receipting)).isNotEmpty();

        reverse(payment.id());
        jobs.runDue(lastInstance(invoice));

        assertThat(jobs.due(receipting)).isEmpty();
        assertThat(scheduling.in(clinic, () -> processes.whereIs(lastInstance(invoice))))
                .extracting(ActiveStep::elementId)
                .containsExactly("Event_DueDayOver");
    }

    private String lastInstance(UUID invoice) {
        return scheduling.in(clinic, () -> runs.lastInstanceOf(invoice));
    }

    @Test
    void theRightAmountCanBeTakenAfterwards() {
        var invoice = money.issued(clinic, patient, 8_000);
        reverse(money.cash(clinic, invoice, 8_000).id());

        money.cash(clinic, invoice, 800);

        assertThat(money.invoice(clinic, invoice).outstandingMinor()).isEqualTo(7_200);
        assertThat(money.balance(clinic, "money")).isEqualTo(800);
    }

    @Test
    void whatWasMoreThanOwedIsNoCreditAnyLonger() {
        var invoice = money.issued(clinic, patient, 8_000);
        var payment = arrived(invoice, 9_500);
        assertThat(money.balance(clinic, "patient_credit")).isEqualTo(-1_500);

        reverse(payment);

        assertThat(money.balance(clinic, "patient_credit")).isZero();
        assertThat(money.invoice(clinic, invoice).outstandingMinor()).isEqualTo(8_000);
    }

    @Test
    void ofTwoAtOnceOneTakesItBack() throws Exception {
        var invoice = money.issued(clinic, patient, 8_000);
        var payment = money.cash(clinic, invoice, 8_000).id();

        var done = Simultaneously.run(2, ProblemException.class, () -> {
            reverse(payment);
            return true;
        });

        assertThat(done).containsExactlyInAnyOrder(true, null);
        assertThat(money.balance(clinic, "receivable")).isEqualTo(8_000);
    }

    @Test
    void refusesWhatAProviderMoved() {
        var invoice = paid.invoice(clinic, patient, 150_000);
        var payment = paid.paidAtRazorpay(clinic, invoice, 150_000);

        assertRefused(payment, "payment_not_reversible");
    }

    @Test
    void refusesWhatWasNeverBookedOrTakenBackBefore() {
        var invoice = money.issued(clinic, patient, 8_000);
        var payment = money.cash(clinic, invoice, 8_000).id();
        reverse(payment);

        assertRefused(payment, "payment_not_reversible");
    }

    @Test
    void refusesWhatIsAskedBack() {
        var payment =
                money.cash(clinic, money.issued(clinic, patient, 8_000), 8_000).id();
        scheduling.in(clinic, () -> refunds.request(payment, 1_000, RefundReason.GOODWILL, null));

        assertRefused(payment, "payment_refunded");
    }

    @Test
    void refusesAfterACreditNote() {
        var invoice = money.issued(clinic, patient, 8_000);
        var payment = money.cash(clinic, invoice, 8_000).id();
        scheduling.in(clinic, () -> invoiceLedger.credit(invoice, 1_000, null));

        assertRefused(payment, "payment_invoice_credited");
    }

    @Test
    void refusesWhenWhatWasMoreThanOwedHasGoneBackForAnotherPayment() {
        var invoice = money.issued(clinic, patient, 8_000);
        var cash = money.cash(clinic, invoice, 8_000).id();
        var transfer = arrived(invoice, 9_500);
        scheduling.in(clinic, () -> {
            var refund = refunds.request(cash, 8_000, RefundReason.OVERPAID, null);
            refunds.decide(refund, true, null);
            refunds.setAside(refund);
            return true;
        });

        assertRefused(transfer, "payment_credit_used");
    }

    @Test
    void anotherClinicsPaymentIsNotFound() {
        var payment =
                money.cash(clinic, money.issued(clinic, patient, 8_000), 8_000).id();
        var other = clinics.open();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> scheduling.in(other, () -> {
                    reversals.reverse(payment, MISTAKE);
                    return true;
                }))
                .satisfies(refused -> assertThat(refused.status().value()).isEqualTo(404));
    }

    @Test
    void whatComesForAPaymentThatWasTakenBackIsRefusedAndNotLostInSilence() {
        var payment = money.cash(clinic, money.issued(clinic, patient, 8_000), 8_000);
        reverse(payment.id());

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> scheduling.in(
                        clinic,
                        () -> payments.take(
                                new NewPayment(
                                        payment.id(),
                                        patient,
                                        payment.invoiceId(),
                                        NewPayment.MANUAL,
                                        PaymentMethod.CASH,
                                        payment.amount(),
                                        true),
                                null)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("payment_reversed"));
        assertThat(money.balance(clinic, "money")).isZero();
    }

    @Test
    void theBankStatementsLineWaitsAgainAndPaysTheRightInvoice() {
        var wrong = paid.invoice(clinic, patient, 150_000);
        var right = paid.invoice(clinic, scheduling.patient(clinic), 150_000);
        var credit = bank.credit(clinic, Money.of(150_000, "INR"));
        var payment = match(credit, wrong);
        assertThat(bank.waiting(clinic)).isEmpty();

        reverse(payment.id());

        assertThat(bank.waiting(clinic)).extracting("id").containsExactly(credit);
        match(credit, right);
        assertThat(money.invoice(clinic, right).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(money.invoice(clinic, wrong).outstandingMinor()).isEqualTo(150_000);
        assertThat(money.balance(clinic, "money")).isEqualTo(150_000);
    }

    @Test
    void theBankStatementsLineMayPayTheSameInvoiceAfterAll() {
        var invoice = paid.invoice(clinic, patient, 150_000);
        var credit = bank.credit(clinic, Money.of(150_000, "INR"));
        var mistaken = match(credit, invoice);
        reverse(mistaken.id());

        var booked = match(credit, invoice);

        assertThat(booked.id()).isNotEqualTo(mistaken.id());
        assertThat(booked.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(money.invoice(clinic, invoice).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void thereIsNoReceiptForIt() {
        var payment =
                money.cash(clinic, money.issued(clinic, patient, 8_000), 8_000).id();
        reverse(payment);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> scheduling.in(clinic, () -> papers.receipt(payment)))
                .satisfies(refused -> assertThat(refused.status().value()).isEqualTo(404));
    }

    @Test
    void theLogKnowsWhoAndWhy() {
        var payment =
                money.cash(clinic, money.issued(clinic, patient, 8_000), 8_000).id();
        var manager = staff.of(clinic, Role.MANAGER);

        post(new Visitor(port).signedIn(manager), payment, MISTAKE);

        assertThat(scheduling.in(
                        clinic,
                        () -> database.queryForObject(
                                "select actor_id from audit.event where action = 'payment.reversed' and reason = ?",
                                UUID.class,
                                MISTAKE)))
                .isEqualTo(manager.id());
    }

    @Test
    void aManagerTakesItBackOnTheInvoicesPage() {
        var invoice = money.issued(clinic, patient, 8_000);
        var payment = money.cash(clinic, invoice, 8_000).id();
        var manager = new Visitor(port).signedIn(staff.of(clinic, Role.MANAGER));
        assertThat(page(manager, invoice)).contains("Booked by mistake?", "/receipt.pdf");

        var without = post(manager, payment, " ");
        post(manager, payment, MISTAKE);

        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("id=\"reverse-" + payment + "-reason-error\"");
        assertThat(page(manager, invoice))
                .contains("The booking has been taken back", "Booked by mistake", "Taken back")
                .doesNotContain("Booked by mistake?", "/receipt.pdf");
    }

    @Test
    void whoTakesMoneyAtTheDeskDoesNotTakeItBack() {
        var invoice = money.issued(clinic, patient, 8_000);
        var payment = money.cash(clinic, invoice, 8_000).id();
        for (var role : List.of(Role.RECEPTIONIST, Role.BILLING)) {
            var person = new Visitor(port).signedIn(staff.of(clinic, role));

            assertThat(page(person, invoice)).doesNotContain("Booked by mistake?");
            assertThat(post(person, payment, MISTAKE).statusCode()).isEqualTo(403);
        }
        assertThat(status(payment)).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    private static HttpResponse<String> post(Visitor visitor, UUID payment, String reason) {
        return visitor.postForm(
                "/desk/payments/" + payment + "/reverse",
                Map.of("reason", reason, "_csrf", visitor.csrfToken("/desk/invoices")));
    }

    private static String page(Visitor visitor, UUID invoice) {
        return visitor.get("/desk/invoices/" + invoice).body();
    }

    private void reverse(UUID payment) {
        scheduling.in(clinic, () -> {
            reversals.reverse(payment, MISTAKE);
            return true;
        });
    }

    private void assertRefused(UUID payment, String code) {
        var money = this.money.balance(clinic, "money");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> reverse(payment))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
        assertThat(this.money.balance(clinic, "money")).isEqualTo(money);
    }

    private PaymentStatus status(UUID payment) {
        return scheduling.in(clinic, () -> payments.get(payment).status());
    }

    private UUID arrived(UUID invoice, long minor) {
        var id = UUID.randomUUID();
        scheduling.in(
                clinic,
                () -> payments.arrived(
                        new NewPayment(
                                id,
                                patient,
                                invoice,
                                NewPayment.MANUAL,
                                PaymentMethod.BANK_TRANSFER,
                                new Money(minor, TestMoney.DOLLARS),
                                true),
                        "T-1"));
        return id;
    }

    private Payment match(UUID credit, UUID invoice) {
        return scheduling.in(
                clinic,
                () -> matches.matchInvoice(
                        credit, money.invoice(clinic, invoice).number(), null));
    }
}
