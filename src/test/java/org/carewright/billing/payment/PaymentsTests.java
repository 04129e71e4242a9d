package org.carewright.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.refund.RefundReason;
import org.carewright.billing.refund.RefundStatus;
import org.carewright.billing.refund.Refunds;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money is booked once, and never more goes back than came (BIL-3, BIL-4). */
@CarewrightTest
class PaymentsTests {

    private static final PaidWith CARD = new PaidWith(PaymentMethod.CARD, "visa", "4242", null);

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    Invoices invoices;

    @Autowired
    Payments payments;

    @Autowired
    Refunds refunds;

    private TestClinic clinic;
    private UUID patient;
    private UUID invoice;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
        patient = scheduling.patient(clinic);
        invoice = money.issued(clinic, patient, 8_000);
    }

    @Test
    void booksAPaymentOnceThatIsToldAHundredTimesAtOnce() throws Exception {
        var id = begin(8_000);

        var outcomes = Simultaneously.run(10, IllegalStateException.class, () -> IntStream.range(0, 10)
                        .mapToObj(i -> receive(id, 8_000))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(outcomes).filteredOn(Receipt.Booked.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Receipt.BookedBefore.class::isInstance).hasSize(99);
        assertThat(money.balance(clinic, "money")).isEqualTo(8_000);
        assertThat(money.invoice(clinic, invoice).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void booksNothingOfAnotherAmountOrCurrency() {
        var id = begin(8_000);

        assertThat(receive(id, 7_999)).isInstanceOf(Receipt.Mismatch.class);
        assertThat(scheduling.<Receipt>in(
                        clinic, () -> payments.received(id, Money.of(8_000, "INR"), "pi", CARD, Instant.now())))
                .isInstanceOf(Receipt.Mismatch.class);
        assertThat(money.balance(clinic, "money")).isZero();
    }

    @Test
    void takesMoneyThatArrivesAfterItWasDeclined() {
        var id = begin(8_000);
        scheduling.in(clinic, () -> {
            payments.failed(id, "card_declined");
            return null;
        });

        assertThat(receive(id, 8_000)).isInstanceOf(Receipt.Booked.class);
        assertThat(scheduling.in(clinic, () -> payments.get(id)).failure()).isNull();
    }

    @Test
    void lateWordOfADeclineChangesNothingThatSucceeded() {
        var id = begin(8_000);
        receive(id, 8_000);

        scheduling.in(clinic, () -> {
            payments.failed(id, "card_declined");
            return null;
        });

        assertThat(scheduling.in(clinic, () -> payments.get(id)).status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void whatIsPaidTwiceIsThePatientsCredit() {
        var first = begin(8_000);
        var second = begin(8_000);
        receive(first, 8_000);

        assertThat(receive(second, 8_000)).isEqualTo(new Receipt.Booked(8_000));
        assertThat(money.balance(clinic, "patient_credit")).isEqualTo(-8_000);
    }

    @Test
    void refusesAPaymentAboveWhatIsOwed() {
        refused("payment_above_invoice", () -> begin(8_001));
    }

    @Test
    void takesCashOnceThatIsSentTwice() {
        var wanted = new NewPayment(
                UUID.randomUUID(),
                patient,
                invoice,
                NewPayment.MANUAL,
                PaymentMethod.CASH,
                new Money(3_000, TestMoney.DOLLARS),
                true);

        scheduling.in(clinic, () -> payments.take(wanted, null));
        var again = scheduling.in(clinic, () -> payments.take(wanted, null));

        assertThat(again.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(money.invoice(clinic, invoice).outstandingMinor()).isEqualTo(5_000);
    }

    @Test
    void neverRefundsMoreThanWasPaidHoweverManyAskAtOnce() throws Exception {
        var paid = money.cash(clinic, invoice, 8_000);

        var asked = Simultaneously.run(
                8,
                ProblemException.class,
                () -> scheduling.in(clinic, () -> refunds.request(paid.id(), 3_000, RefundReason.GOODWILL, null)));

        assertThat(asked.stream().filter(Objects::nonNull)).hasSize(2);
        assertThat(scheduling.in(clinic, () -> refunds.refundable(paid.id()))).isEqualTo(2_000);
    }

    @Test
    void aRefundTakesTheRevenueBackAndLeavesThePatientOwingNothing() {
        var paid = money.cash(clinic, invoice, 8_000);
        var refund = approved(paid.id(), 2_500);

        scheduling.in(clinic, () -> {
            refunds.setAside(refund);
            refunds.issued(refund, "re_1");
            return null;
        });

        assertThat(money.balance(clinic, "revenue")).isEqualTo(-5_500);
        assertThat(money.balance(clinic, "money")).isEqualTo(5_500);
        assertThat(money.balance(clinic, "refund_due")).isZero();
        assertThat(money.invoice(clinic, invoice).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void whatTheProviderWillNotRefundIsThePatientsCredit() {
        var paid = money.cash(clinic, invoice, 8_000);
        var refund = approved(paid.id(), 2_500);

        scheduling.in(clinic, () -> {
            refunds.setAside(refund);
            refunds.failed(refund, "charge_disputed");
            return null;
        });

        assertThat(money.balance(clinic, "patient_credit")).isEqualTo(-2_500);
        assertThat(scheduling.in(clinic, () -> refunds.refundable(paid.id()))).isEqualTo(8_000);
    }

    @Test
    void refundsNothingThatNobodyApproved() {
        var paid = money.cash(clinic, invoice, 8_000);
        var refund = scheduling.in(clinic, () -> refunds.request(paid.id(), 1, RefundReason.GOODWILL, null));

        refused("refund_not_approved", () -> refunds.setAside(refund));
        assertThat(scheduling.in(clinic, () -> refunds.get(refund)).status()).isEqualTo(RefundStatus.REQUESTED);
    }

    private UUID approved(UUID payment, long minor) {
        return scheduling.in(clinic, () -> {
            var id = refunds.request(payment, minor, RefundReason.REQUESTED_BY_PATIENT, "As agreed by phone");
            refunds.decide(id, true, null);
            return id;
        });
    }

    private UUID begin(long minor) {
        var amount = new Money(minor, TestMoney.DOLLARS);
        var wanted = new NewPayment(UUID.randomUUID(), patient, invoice, "stripe", PaymentMethod.CARD, amount, false);
        return scheduling.in(clinic, () -> payments.begin(wanted)).id();
    }

    private Receipt receive(UUID id, long minor) {
        var told = new Money(minor, TestMoney.DOLLARS);
        return scheduling.in(clinic, () -> payments.received(id, told, "pi_" + id, CARD, Instant.now()));
    }

    private void refused(String code, Runnable deed) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> scheduling.in(clinic, () -> {
                    deed.run();
                    return null;
                }))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
