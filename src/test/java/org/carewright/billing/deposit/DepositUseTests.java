package org.carewright.billing.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.billing.deposit.Deposit.Status;
import org.carewright.billing.fee.VisitFees;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.process.InvoiceRuns;
import org.carewright.billing.refund.RefundReason;
import org.carewright.billing.refund.Refunds;
import org.carewright.scheduling.ManageBookingService;
import org.carewright.scheduling.ManageBookingService.Actor;
import org.carewright.scheduling.desk.DeskService;
import org.carewright.scheduling.desk.DeskService.Staff;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestDeposits;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStripe;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes of a deposit that was paid: used by the visit's invoice or by a fee, or given back (BIL-7). */
@CarewrightTest
class DepositUseTests {

    private static final Staff RECEPTION = new Staff(UUID.randomUUID(), "receptionist");
    private static final Instant START = Instant.parse("2027-03-15T14:00:00Z");

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestDeposits deposits;

    @Autowired
    TestMoney money;

    @Autowired
    ManageBookingService manage;

    @Autowired
    DeskService desk;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoiceRuns invoiceRuns;

    @Autowired
    VisitFees fees;

    @Autowired
    Refunds refunds;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ClinicScope scope;

    private Practice practice;
    private TestClinic clinic;
    private UUID payment;

    @BeforeEach
    void openPractice() {
        time.moveTo("2027-03-01T15:00:00Z");
        practice = visits.open();
        clinic = practice.clinic();
    }

    @Test
    void isTakenOffTheVisitsInvoiceToTheCent() {
        var visit = paid(1_999);

        takePlace(visit);

        var invoice = invoiceOf(visit, InvoiceSource.Kind.APPOINTMENT);
        assertThat(invoice.totalMinor()).isEqualTo(8_000);
        assertThat(invoice.outstandingMinor()).isEqualTo(6_001);
        assertThat(deposits.of(clinic, visit).status()).isEqualTo(Status.USED);
        assertThat(money.balance(clinic, "deposit")).isZero();
        assertThat(money.balance(clinic, "revenue")).isEqualTo(-8_000);
        assertThat(money.balance(clinic, null)).isZero();
        assertThat(back()).isEmpty();
    }

    @Test
    void settlesAVisitThatItPaysInFull() {
        var visit = paid(8_000);

        takePlace(visit);

        assertThat(invoiceOf(visit, InvoiceSource.Kind.APPOINTMENT).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(money.balance(clinic, "receivable")).isZero();
    }

    @Test
    void goesBackInFullWhenTheVisitIsCancelledInTime() {
        var visit = paid(2_000);

        in(() -> manage.cancel(visit, null, Actor.PATIENT));

        assertThat(deposits.of(clinic, visit).status()).isEqualTo(Status.RETURNED);
        assertThat(back()).containsExactly(2_000L);
        deposits.runAll(clinic, "RefundProcess");
        assertThat(money.balance(clinic, "money")).isZero();
        assertThat(money.balance(clinic, "deposit")).isZero();
    }

    @Test
    void goesBackInFullWhenTheClinicCancelsHoweverLate() {
        var visit = paid(2_000);
        time.moveTo("2027-03-15T13:00:00Z");

        in(() -> manage.cancel(visit, null, Actor.clinic(RECEPTION.accountId(), "receptionist")));

        assertThat(back()).containsExactly(2_000L);
    }

    @Test
    void paysTheFeeOfALateCancellationAndTheRestGoesBack() {
        var visit = paid(6_000);
        time.moveTo("2027-03-15T08:00:00Z");
        in(() -> manage.cancel(visit, null, Actor.PATIENT));
        assertThat(deposits.of(clinic, visit).status()).isEqualTo(Status.HELD);
        assertThat(back()).isEmpty();

        invoiceFee(visit);

        var fee = invoiceOf(visit, InvoiceSource.Kind.FEE);
        assertThat(fee.totalMinor()).isEqualTo(4_000);
        assertThat(fee.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(back()).containsExactly(2_000L);
        deposits.runAll(clinic, "RefundProcess");
        assertThat(money.balance(clinic, "money")).isEqualTo(4_000);
        assertThat(money.balance(clinic, "deposit")).isZero();
        assertThat(money.balance(clinic, "revenue")).isEqualTo(-4_000);
    }

    @Test
    void paysAPartOfTheFeeOfWhoDoesNotCome() {
        var visit = paid(2_000);
        time.moveTo("2027-03-15T14:15:00Z");
        deposits.runDue(clinic, visit);
        in(() -> {
            desk.confirmNoShow(visit, RECEPTION);
            return null;
        });

        invoiceFee(visit);

        assertThat(invoiceOf(visit, InvoiceSource.Kind.FEE).outstandingMinor()).isEqualTo(6_000);
        assertThat(back()).isEmpty();
    }

    @Test
    void goesBackWhenTheFeeIsWaived() {
        var visit = paid(2_000);
        time.moveTo("2027-03-15T13:00:00Z");
        in(() -> manage.cancel(visit, null, Actor.PATIENT));

        in(() -> {
            fees.waive(visit, "Was in hospital");
            return null;
        });

        assertThat(back()).containsExactly(2_000L);
        assertThat(deposits.of(clinic, visit).status()).isEqualTo(Status.RETURNED);
    }

    @Test
    void goesBackWhenTheVisitIsNotInvoiced() {
        var visit = paid(2_000);
        costsNothing(visit);

        takePlace(visit);

        assertThat(back()).containsExactly(2_000L);
    }

    @Test
    void goesBackToWhoPaidItWhenStaffRefundWhatTheVisitUsed() {
        var visit = paid(2_000);
        takePlace(visit);

        scheduling.in(clinic, () -> {
            var id = refunds.request(payment, 2_000, RefundReason.GOODWILL, null);
            refunds.decide(id, true, null);
            refunds.setAside(id);
            refunds.issued(id, "re_" + id);
            return id;
        });

        var invoice = invoiceOf(visit, InvoiceSource.Kind.APPOINTMENT);
        assertThat(invoice.creditedMinor()).isEqualTo(2_000);
        assertThat(invoice.outstandingMinor()).isEqualTo(6_000);
        assertThat(money.balance(clinic, "money")).isZero();
        assertThat(money.balance(clinic, "revenue")).isEqualTo(-6_000);
        assertThat(money.balance(clinic, "patient_credit")).isZero();
        assertThat(money.balance(clinic, null)).isZero();
    }

    private void costsNothing(UUID visit) {
        scheduling.in(
                clinic, () -> jdbc.update("update scheduling.appointment set price_minor = 0 where id = ?", visit));
    }

    private UUID paid(long minor) {
        var visit = visits.book(practice, visits.withDeposit(practice, false, minor), START)
                .appointmentId();
        payment = deposits.pay(clinic, visit, TestStripe.PAYS);
        assertThat(deposits.of(clinic, visit).status()).isEqualTo(Status.HELD);
        return visit;
    }

    private void takePlace(UUID visit) {
        time.moveTo("2027-03-15T13:50:00Z");
        deposits.runDue(clinic, visit);
        in(() -> {
            desk.checkIn(visit, RECEPTION);
            desk.begin(visit, RECEPTION);
            desk.recordVisit(visit, Map.of("visitOutcome", "as_planned"), RECEPTION);
            return null;
        });
        in(() -> invoices.of(new InvoiceSource(InvoiceSource.Kind.APPOINTMENT, visit)))
                .ifPresent(invoice -> scheduling.in(clinic, () -> {
                    invoiceRuns.issue(invoice);
                    return invoice;
                }));
    }

    private void invoiceFee(UUID visit) {
        var invoice = in(() -> fees.invoice(visit)).orElseThrow();
        in(() -> {
            invoiceRuns.issue(invoice);
            return invoice;
        });
    }

    private Invoice invoiceOf(UUID visit, InvoiceSource.Kind kind) {
        return in(() -> invoices.get(invoices.of(new InvoiceSource(kind, visit)).orElseThrow()));
    }

    /** The amounts of the refunds of the deposit's payment, whatever became of them. */
    private List<Long> back() {
        return in(() -> refunds.ofPayment(payment)).stream()
                .map(refund -> refund.amount().minor())
                .toList();
    }

    private <T> T in(Supplier<T> work) {
        return scope.call(clinic.id(), work);
    }
}
