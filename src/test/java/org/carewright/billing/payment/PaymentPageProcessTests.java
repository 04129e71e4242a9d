package org.carewright.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStripe;
import org.carewright.test.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of {@code PaymentPageProcess}: nobody pays twice because a page stays open (BIL-3). */
@CarewrightTest
class PaymentPageProcessTests {

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    TestStripe stripe;

    @Autowired
    TestJobs jobs;

    @Autowired
    PayNow payNow;

    @Autowired
    Payments payments;

    @Autowired
    PaymentPages pages;

    @Autowired
    InvoiceLedger invoiceLedger;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ClinicScope scope;

    private TestClinic clinic;
    private UUID invoice;

    @BeforeEach
    void setUp() {
        time.moveTo("2027-03-01T15:00:00Z");
        clinic = clinics.open();
        invoice = money.issued(clinic, scheduling.patient(clinic), 8_000);
    }

    @Test
    void takesOnePaymentOfWhoOpensTwoTabs() {
        var first = in(() -> payNow.begin(UUID.randomUUID(), invoice));
        var second = in(() -> payNow.begin(UUID.randomUUID(), invoice));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(open(first.id())).isEqualTo(open(second.id()));
    }

    @Test
    void endsWhenThePatientHasPaid() {
        var payment = begin();
        stripe.pay(open(payment), TestStripe.PAYS);

        in(() -> payNow.look(payment));

        assertThat(status(payment)).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(running(payment)).isZero();
    }

    @Test
    void closesThePageOfWhatWasPaidInCash() {
        var payment = begin();
        var page = open(payment);

        money.cash(clinic, invoice, 8_000);
        jobs.runDue(instance(payment));

        assertThat(status(payment)).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(running(payment)).isZero();
        stripe.pay(page, TestStripe.PAYS);
        in(() -> payNow.look(payment));
        assertThat(money.balance(clinic, "money")).isEqualTo(8_000);
    }

    @Test
    void closesThePageOfWhatIsNotOwedAnyMore() {
        var payment = begin();
        open(payment);

        scheduling.in(clinic, () -> invoiceLedger.credit(invoice, 8_000, null));
        jobs.runDue(instance(payment));

        assertThat(status(payment)).isEqualTo(PaymentStatus.CANCELLED);
    }

    @Test
    void closesAPageOnWhichNobodyPaidForADay() {
        var payment = begin();
        open(payment);

        time.moveTo("2027-03-02T14:59:59Z");
        jobs.runDue(instance(payment));
        assertThat(status(payment)).isEqualTo(PaymentStatus.PENDING);

        time.moveTo("2027-03-02T15:00:00Z");
        jobs.runDue(instance(payment));
        assertThat(status(payment)).isEqualTo(PaymentStatus.CANCELLED);
    }

    @Test
    void booksWhatWasPaidBeforeThePageWasClosedAndClosesItOnce() {
        var payment = begin();
        stripe.pay(open(payment), TestStripe.PAYS);

        in(() -> {
            pages.close(payment);
            pages.close(payment);
            return null;
        });

        assertThat(status(payment)).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(money.balance(clinic, "money")).isEqualTo(8_000);
        assertThat(money.invoice(clinic, invoice).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void closesThePageOfAnAmountThatIsNoLongerRight() {
        var payment = begin();
        open(payment);
        money.cash(clinic, invoice, 3_000);
        var rest = begin();

        open(rest);

        assertThat(rest).isNotEqualTo(payment);
        assertThat(status(payment)).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(status(rest)).isEqualTo(PaymentStatus.PENDING);
    }

    private UUID begin() {
        return in(() -> payNow.begin(UUID.randomUUID(), invoice)).id();
    }

    private URI open(UUID payment) {
        return in(() -> payNow.open(payment, "/portal/payments/" + payment, Locale.US))
                .page();
    }

    private PaymentStatus status(UUID payment) {
        return in(() -> payments.get(payment)).status();
    }

    private String instance(UUID payment) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PaymentPageVariables.PROCESS_ID)
                .processInstanceBusinessKey(payment.toString())
                .singleResult()
                .getId();
    }

    private long running(UUID payment) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PaymentPageVariables.PROCESS_ID)
                .processInstanceBusinessKey(payment.toString())
                .count();
    }

    private <T> T in(Supplier<T> work) {
        return scope.call(clinic.id(), work);
    }
}
