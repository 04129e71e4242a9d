package org.carewright.billing.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.carewright.billing.difference.DifferenceBook;
import org.carewright.billing.dispute.Disputes;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.integrations.inbox.Inbox;
import org.carewright.integrations.inbox.ProviderEvent;
import org.carewright.integrations.payment.Gateway;
import org.carewright.shared.money.Money;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPaid;
import org.carewright.test.TestScheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What providers tell about money: often, at once, in any order, and wrongly. */
@CarewrightTest
class MoneyEventsTests {

    private static final long PAISE = 150_000;
    private static final Money ASKED = Money.of(PAISE, "INR");

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    TestPaid paid;

    @Autowired
    DifferenceBook differences;

    @Autowired
    Disputes disputes;

    @Autowired
    ManagementService management;

    private TestClinic clinic;
    private UUID invoice;
    private Payment payment;
    private final String ref = "upi_" + UUID.randomUUID();

    @BeforeEach
    void meanToPay() {
        clinic = clinics.open();
        invoice = paid.invoice(clinic, scheduling.patient(clinic), PAISE);
        payment = paid.meant(clinic, invoice, PAISE, Gateway.UPI);
    }

    @Test
    void booksOneEventToldAHundredTimesAtOnceOnce() throws Exception {
        for (var i = 0; i < 100; i++) {
            paid.receive(succeeded(ASKED));
        }
        var jobs = Collections.synchronizedList(new ArrayList<>(management
                .createJobQuery()
                .processDefinitionKey(Inbox.PROCESS)
                .tenantIdIn(clinic.id().toString())
                .list()));
        assertThat(jobs).hasSize(100);
        Simultaneously.run(10, RuntimeException.class, () -> {
            for (var n = 0; n < 10; n++) {
                management.executeJob(jobs.remove(0).getId());
            }
            return true;
        });
        paid.applyAll(clinic);

        assertThat(paid.payment(clinic, payment.id()).status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(money.invoice(clinic, invoice).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(money.balance(clinic, "money")).isEqualTo(PAISE);
        assertThat(money.balance(clinic, null)).isZero();
        assertThat(open()).isEmpty();
    }

    @RepeatedTest(8)
    void comesToTheSameEndInAnyOrder() {
        var events = new ArrayList<>(List.of(
                event("payment_processing", null),
                event("payment_failed", null),
                succeeded(ASKED),
                succeeded(ASKED),
                event("dispute_opened", ASKED),
                event("dispute_opened", ASKED),
                event("dispute_won", ASKED)));
        Collections.shuffle(events, new Random());
        paid.receive(events.toArray(ProviderEvent[]::new));
        paid.applyAll(clinic);

        assertThat(paid.payment(clinic, payment.id()).status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(money.invoice(clinic, invoice).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(money.balance(clinic, "money")).isEqualTo(PAISE);
        assertThat(money.balance(clinic, "disputed")).isZero();
        assertThat(scheduling.in(clinic, () -> disputes.ofPayment(payment.id())))
                .singleElement()
                .satisfies(dispute -> assertThat(dispute.status()).isEqualTo("won"));
        assertThat(open()).isEmpty();
    }

    @Test
    void booksNoOtherAmountAndAsksOnce() {
        paid.receive(succeeded(Money.of(PAISE - 1, "INR")), succeeded(Money.of(PAISE - 1, "INR")));
        paid.applyAll(clinic);

        assertNothingBooked("amount");
    }

    @Test
    void booksNoOtherCurrency() {
        paid.receive(succeeded(Money.of(PAISE, "USD")));
        paid.applyAll(clinic);

        assertNothingBooked("amount");
    }

    @Test
    void booksNoRealMoneyForATestPayment() {
        paid.receive(paid.event(clinic, "payment_succeeded", "upi", payment.id(), ref, ASKED, true));
        paid.applyAll(clinic);

        assertNothingBooked("other_mode");
    }

    @Test
    void believesNoOtherProvider() {
        paid.receive(paid.event(clinic, "payment_succeeded", "stripe", payment.id(), ref, ASKED, false));
        paid.applyAll(clinic);

        assertNothingBooked("other_account");
    }

    @Test
    void booksNothingForAnotherClinicsPayment() {
        var other = clinics.open();
        paid.receive(paid.event(other, "payment_succeeded", "upi", payment.id(), ref, ASKED, false));
        paid.applyAll(other);

        assertThat(paid.payment(clinic, payment.id()).status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(money.balance(other, "money")).isZero();
        assertThat(scheduling.in(other, () -> differences.page(true, null, 10)))
                .extracting(DifferenceBook.Case::kind)
                .containsExactly("unknown_payment");
    }

    @Test
    void staysFailedWhenAnOldWordComesLate() {
        paid.receive(event("payment_failed", null));
        paid.applyAll(clinic);
        paid.receive(event("payment_processing", null));
        paid.applyAll(clinic);

        assertThat(paid.payment(clinic, payment.id()).status()).isEqualTo(PaymentStatus.FAILED);
    }

    @Test
    void asksAboutARefundThatNobodyAskedFor() {
        paid.receive(paid.event(clinic, "refund_succeeded", "upi", null, "rfnd_1", ASKED, false));
        paid.applyAll(clinic);

        assertThat(open()).containsExactly("unknown_refund");
    }

    private void assertNothingBooked(String kind) {
        assertThat(paid.payment(clinic, payment.id()).status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(money.balance(clinic, "money")).isZero();
        assertThat(money.invoice(clinic, invoice).status()).isEqualTo(InvoiceStatus.SENT);
        assertThat(open()).containsExactly(kind);
    }

    private List<String> open() {
        return scheduling.in(clinic, () -> differences.page(true, null, 10)).stream()
                .map(DifferenceBook.Case::kind)
                .toList();
    }

    private ProviderEvent succeeded(Money amount) {
        return event("payment_succeeded", amount);
    }

    private ProviderEvent event(String kind, Money amount) {
        return paid.event(clinic, kind, payment, ref, amount);
    }
}
