package org.carewright.billing.deposit;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.carewright.billing.deposit.Deposit.Status;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.payment.PaidWith;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.process.InvoiceRuns;
import org.carewright.billing.refund.RefundStatus;
import org.carewright.billing.refund.Refunds;
import org.carewright.messaging.MessageLog;
import org.carewright.scheduling.AppointmentStatus;
import org.carewright.scheduling.BookingService;
import org.carewright.scheduling.ManageBookingService;
import org.carewright.scheduling.ManageBookingService.Actor;
import org.carewright.scheduling.desk.DeskService;
import org.carewright.scheduling.desk.DeskService.Staff;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.process.EngineConflicts;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestBank;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestDeposits;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPaid;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStripe;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of {@code DepositProcess} and of the appointment around it, up to the visit's time (BIL-7). */
@CarewrightTest
class DepositProcessTests {

    private static final Staff RECEPTION = new Staff(UUID.randomUUID(), "receptionist");
    private static final Instant START = Instant.parse("2027-03-15T14:00:00Z");

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestClinics clinics;

    @Autowired
    TestBank bank;

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestDeposits deposits;

    @Autowired
    TestStripe stripe;

    @Autowired
    TestMoney money;

    @Autowired
    TestJobs jobs;

    @Autowired
    BookingService bookings;

    @Autowired
    ManageBookingService manage;

    @Autowired
    DeskService desk;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoiceRuns invoiceRuns;

    @Autowired
    Payments payments;

    @Autowired
    Refunds refunds;

    @Autowired
    MessageLog messages;

    @Autowired
    ManagementService management;

    @Autowired
    ClinicScope scope;

    private Practice practice;
    private TestClinic clinic;
    private UUID service;

    @BeforeEach
    void openPractice() {
        time.moveTo("2027-03-01T15:00:00Z");
        practice = visits.open();
        clinic = practice.clinic();
        service = visits.withDeposit(practice, false, 2_000);
    }

    @Test
    void keepsTheTimeUntilTheDepositIsPaidAndBooksTheVisitThen() {
        var visit = book();
        assertThat(status(visit)).isEqualTo(AppointmentStatus.REQUESTED);
        assertThat(deposits.invoice(clinic, visit).outstanding()).isEqualTo(Money.of(2_000, "USD"));
        assertThat(deposits.of(clinic, visit).dueAt()).isEqualTo("2027-03-01T15:15:00Z");
        assertThatThrownBy(this::book).isInstanceOf(ProblemException.class);
        deposits.runDue(clinic, visit);
        assertThat(sent(visit))
                .containsExactlyInAnyOrder("appointment-deposit-due email", "appointment-deposit-due sms");

        deposits.pay(clinic, visit, TestStripe.PAYS);
        deposits.runDue(clinic, visit);

        assertThat(status(visit)).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(deposits.of(clinic, visit).status()).isEqualTo(Status.HELD);
        assertThat(deposits.running(visit)).isEmpty();
        assertThat(sent(visit)).contains("appointment-confirmed email", "appointment-confirmed sms");
        assertThat(money.balance(clinic, "deposit")).isEqualTo(-2_000);
        assertThat(money.balance(clinic, "revenue")).isZero();
        assertThat(money.balance(clinic, null)).isZero();
    }

    @Test
    void sendsAReceiptForTheDeposit() {
        var visit = book();
        var payment = deposits.pay(clinic, visit, TestStripe.PAYS);

        deposits.runAll(clinic, "InvoiceProcess");

        assertThat(in(() -> messages.of("payment", payment))).hasSize(1);
    }

    @Test
    void letsThePatientTryAgainWithAnotherCardUntilTheTimeIsOver() {
        var visit = book();
        var payment = deposits.begin(clinic, visit);
        stripe.pay(deposits.open(clinic, payment), TestStripe.DECLINED);
        deposits.comeBack(clinic, payment);
        assertThat(status(visit)).isEqualTo(AppointmentStatus.REQUESTED);
        assertThat(deposits.of(clinic, visit).status()).isEqualTo(Status.DUE);

        deposits.pay(clinic, visit, TestStripe.PAYS);

        assertThat(status(visit)).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(money.balance(clinic, "money")).isEqualTo(2_000);
    }

    @Test
    void givesTheTimeToSomeoneElseWhenNobodyPaysInTime() {
        var visit = book();
        var payment = deposits.begin(clinic, visit);
        var page = deposits.open(clinic, payment);
        deposits.runDue(clinic, visit);
        time.moveTo("2027-03-01T15:14:59Z");
        deposits.runDue(clinic, visit);
        assertThat(status(visit)).isEqualTo(AppointmentStatus.REQUESTED);

        time.moveTo("2027-03-01T15:15:00Z");
        deposits.runDue(clinic, visit);
        deposits.runDue(clinic, visit);

        assertThat(status(visit)).isEqualTo(AppointmentStatus.REJECTED);
        assertThat(deposits.of(clinic, visit).status()).isEqualTo(Status.RELEASED);
        assertThat(deposits.invoice(clinic, visit).status()).isEqualTo(InvoiceStatus.CANCELLED);
        assertThat(sent(visit)).contains("appointment-deposit-expired email", "appointment-deposit-expired sms");
        assertThat(deposits.running(visit)).isEmpty();
        assertThat(money.balance(clinic, "receivable")).isZero();
        assertThat(book()).isNotEqualTo(visit);
        deposits.runAll(clinic, "PaymentPageProcess");
        stripe.pay(page, TestStripe.PAYS);
        deposits.comeBack(clinic, payment);
        assertThat(money.balance(clinic, "money")).isZero();
    }

    @Test
    void givesBackWhatIsPaidAfterTheTimeWasReleased() {
        var visit = book();
        var payment = deposits.begin(clinic, visit);
        stripe.pay(deposits.open(clinic, payment), TestStripe.PAYS);
        time.moveTo("2027-03-01T15:15:00Z");
        deposits.runDue(clinic, visit);
        var other = book();

        deposits.comeBack(clinic, payment);
        deposits.runAll(clinic, "RefundProcess");

        assertThat(status(visit)).isEqualTo(AppointmentStatus.REJECTED);
        assertThat(status(other)).isEqualTo(AppointmentStatus.REQUESTED);
        assertGoneBack(payment, 2_000);
        assertThat(money.balance(clinic, "money")).isZero();
        assertThat(money.balance(clinic, null)).isZero();
    }

    @RepeatedTest(4)
    void keepsTheVisitOrGivesTheMoneyBackWhenBothHappenAtTheSameMoment() throws Exception {
        var visit = book();
        deposits.runDue(clinic, visit);
        var payment = deposits.begin(clinic, visit);
        stripe.pay(deposits.open(clinic, payment), TestStripe.PAYS);
        time.moveTo("2027-03-01T15:15:00Z");
        var timer = jobs.due(deposits.running(visit).get(0)).get(0).getId();
        var work = new ConcurrentLinkedQueue<Runnable>();
        work.add(() -> management.executeJob(timer));
        work.add(() -> deposits.comeBack(clinic, payment));

        Simultaneously.run(2, RuntimeException.class, () -> {
            work.remove().run();
            return visit;
        });
        deposits.comeBack(clinic, payment);
        deposits.runDue(clinic, visit);
        deposits.runAll(clinic, "RefundProcess");

        assertThat(deposits.running(visit)).isEmpty();
        if (status(visit) == AppointmentStatus.CONFIRMED) {
            assertThat(deposits.of(clinic, visit).status()).isEqualTo(Status.HELD);
            assertThat(money.balance(clinic, "deposit")).isEqualTo(-2_000);
            assertThat(in(() -> refunds.ofPayment(payment))).isEmpty();
        } else {
            assertThat(status(visit)).isEqualTo(AppointmentStatus.REJECTED);
            assertGoneBack(payment, 2_000);
        }
    }

    @Test
    void booksAPaymentOnceHoweverOftenItIsTold() throws Exception {
        var visit = book();
        var payment = deposits.begin(clinic, visit);
        var amount = Money.of(2_000, "USD");

        Simultaneously.run(
                4,
                RuntimeException.class,
                () -> EngineConflicts.retry(
                        20,
                        () -> scheduling.in(
                                clinic,
                                () -> payments.received(
                                        payment,
                                        amount,
                                        "pi_" + payment,
                                        PaidWith.of(PaymentMethod.CARD),
                                        Instant.now()))));

        assertThat(status(visit)).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(money.balance(clinic, "money")).isEqualTo(2_000);
        assertThat(in(() -> refunds.ofPayment(payment))).isEmpty();
    }

    @Test
    void givesBackWhatWasPaidTwice() {
        var visit = book();
        var first = deposits.begin(clinic, visit);
        var firstPage = deposits.open(clinic, first);
        money.cash(clinic, deposits.of(clinic, visit).invoiceId(), 2_000);
        stripe.pay(firstPage, TestStripe.PAYS);

        deposits.comeBack(clinic, first);
        deposits.runAll(clinic, "RefundProcess");

        assertThat(status(visit)).isEqualTo(AppointmentStatus.CONFIRMED);
        assertGoneBack(first, 2_000);
        assertThat(money.balance(clinic, "deposit")).isEqualTo(-2_000);
    }

    @Test
    void asksForNothingMoreWhenTheVisitIsCancelledWhileTheDepositIsAwaited() {
        var visit = book();
        var payment = deposits.begin(clinic, visit);
        stripe.pay(deposits.open(clinic, payment), TestStripe.PAYS);

        in(() -> manage.cancel(visit, null, Actor.PATIENT));

        assertThat(status(visit)).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(deposits.of(clinic, visit).status()).isEqualTo(Status.RELEASED);
        assertThat(deposits.running(visit)).isEmpty();
        assertThat(book()).isNotNull();
        deposits.comeBack(clinic, payment);
        deposits.runAll(clinic, "RefundProcess");
        assertGoneBack(payment, 2_000);
    }

    @Test
    void asksForTheDepositOnlyAfterTheApprovalAndLeavesADay() {
        var onRequest = visits.withDeposit(practice, true, 2_000);
        var visit = visits.book(practice, onRequest, START).appointmentId();
        assertThat(in(() -> manage.find(visit)).awaitsDeposit()).isFalse();
        assertThat(in(() -> desk.requests())).extracting(entry -> entry.id()).containsExactly(visit);

        in(() -> {
            desk.decideApproval(visit, java.util.Map.of("approval", "approved"), RECEPTION);
            return null;
        });

        assertThat(status(visit)).isEqualTo(AppointmentStatus.REQUESTED);
        assertThat(in(() -> desk.requests())).isEmpty();
        assertThat(in(() -> manage.find(visit)).awaitsDeposit()).isTrue();
        assertThat(deposits.of(clinic, visit).dueAt()).isEqualTo("2027-03-02T15:00:00Z");
        deposits.pay(clinic, visit, TestStripe.PAYS);
        assertThat(status(visit)).isEqualTo(AppointmentStatus.CONFIRMED);
    }

    @Test
    void remindsWhoHasADayToPay() {
        var visit = atDesk(START);
        deposits.runDue(clinic, visit);
        assertThat(sent(visit)).contains("appointment-deposit-due email");

        time.moveTo("2027-03-02T10:59:59Z");
        deposits.runDue(clinic, visit);
        assertThat(sent(visit)).doesNotContain("appointment-deposit-reminder email");
        time.moveTo("2027-03-02T11:00:00Z");
        deposits.runDue(clinic, visit);
        assertThat(sent(visit)).contains("appointment-deposit-reminder email");

        time.moveTo("2027-03-02T15:00:00Z");
        deposits.runDue(clinic, visit);
        assertThat(status(visit)).isEqualTo(AppointmentStatus.REJECTED);
    }

    @Test
    void waitsNeverPastTheVisit() {
        var start = Instant.parse("2027-03-02T14:00:00Z");
        var visit = atDesk(start);

        assertThat(deposits.of(clinic, visit).dueAt()).isEqualTo(start);
    }

    /** A UPI link proves nothing: within a quarter of an hour nobody would know that the money is there. */
    @Test
    void leavesADayWhereUpiIsAllThatTheClinicTakesOverTheInternet() {
        practice = visits.open(clinics.open(ZoneId.of("Europe/London"), TestPaid.RUPEES), null);
        clinic = practice.clinic();
        service = visits.withDeposit(practice, false, 2_000);
        bank.takesUpiAlone(clinic);

        var visit = book();

        assertThat(deposits.of(clinic, visit).dueAt()).isEqualTo("2027-03-02T15:00:00Z");
    }

    @Test
    void asksAgainButLeavesNotMoreTimeWhenTheVisitIsMoved() {
        var visit = atDesk(START);
        deposits.runDue(clinic, visit);
        var invoice = deposits.of(clinic, visit).invoiceId();
        time.moveTo("2027-03-02T09:00:00Z");

        in(() -> manage.reschedule(visit, START.plusSeconds(7_200), null, Actor.PATIENT));
        deposits.runDue(clinic, visit);

        assertThat(deposits.of(clinic, visit).invoiceId()).isEqualTo(invoice);
        assertThat(deposits.of(clinic, visit).dueAt()).isEqualTo("2027-03-02T15:00:00Z");
        assertThat(deposits.running(visit)).hasSize(1);
        assertThat(in(() -> messages.of("appointment", visit)).stream()
                        .filter(message -> message.template().equals("appointment-deposit-due"))
                        .count())
                .isEqualTo(4);
        deposits.pay(clinic, visit, TestStripe.PAYS);
        assertThat(status(visit)).isEqualTo(AppointmentStatus.CONFIRMED);
    }

    @Test
    void booksTheVisitOfWhomStaffLetOffTheDeposit() {
        var visit = book();

        scheduling.in(clinic, () -> {
            invoices.cancel(deposits.of(clinic, visit).invoiceId());
            return null;
        });

        assertThat(status(visit)).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(deposits.of(clinic, visit).status()).isEqualTo(Status.WAIVED);
        assertThat(money.balance(clinic, "deposit")).isZero();
    }

    @Test
    void writesNoDepositOff() {
        var visit = book();

        assertThatThrownBy(() -> in(() -> {
                    invoiceRuns.askWriteOff(deposits.of(clinic, visit).invoiceId(), null);
                    return visit;
                }))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("deposit_not_written_off"));
    }

    @Test
    void givesBackAPartThatWasPaidInTimeWhenTheRestNeverComes() {
        var visit = book();
        var cash = money.cash(clinic, deposits.of(clinic, visit).invoiceId(), 500);
        time.moveTo("2027-03-01T15:15:00Z");

        deposits.runDue(clinic, visit);

        assertThat(status(visit)).isEqualTo(AppointmentStatus.REJECTED);
        assertThat(in(() -> refunds.ofPayment(cash.id())))
                .extracting(refund -> refund.amount().minor())
                .containsExactly(500L);
        assertThat(money.balance(clinic, "deposit")).isZero();
        assertThat(money.balance(clinic, "receivable")).isZero();
    }

    @Test
    void asksForNoDepositWhereTheServiceWantsNone() {
        var visit = visits.book(practice, practice.visit(), START).appointmentId();

        assertThat(status(visit)).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(deposits.running(visit)).isEmpty();
        assertThat(scheduling.count(clinic, "billing.deposit")).isZero();
    }

    private void assertGoneBack(UUID payment, long minor) {
        assertThat(in(() -> payments.get(payment)).status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(in(() -> refunds.ofPayment(payment))).hasSize(1).allSatisfy(refund -> {
            assertThat(refund.status()).isEqualTo(RefundStatus.ISSUED);
            assertThat(refund.amount().minor()).isEqualTo(minor);
        });
    }

    private UUID book() {
        return visits.book(practice, service, START).appointmentId();
    }

    private UUID atDesk(Instant start) {
        return in(() -> bookings.bookAtDesk(
                        visits.request(practice, service, start), UUID.randomUUID(), "receptionist", false, null))
                .appointmentId();
    }

    private AppointmentStatus status(UUID visit) {
        return deposits.visit(clinic, visit).status();
    }

    private Set<String> sent(UUID visit) {
        return in(() -> messages.of("appointment", visit)).stream()
                .map(message -> message.template() + " " + message.channel().code())
                .collect(toSet());
    }

    private <T> T in(Supplier<T> work) {
        return scope.call(clinic.id(), work);
    }
}
