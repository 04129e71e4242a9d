package org.carewright.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.plan.NewPlan;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.process.Dunning;
import org.carewright.billing.process.DunningStep;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestCards;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPayers;
import org.carewright.test.TestPayers.Payer;
import org.carewright.test.TestStripe;
import org.carewright.test.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan charged to a card through the Stripe sandbox over the months, with dunning; entries and messages exact. */
@CarewrightTest
class PlanCardTests {

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestPayers payers;

    @Autowired
    TestMoney money;

    @Autowired
    Plans plans;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    TestCards cards;

    @Autowired
    Payments payments;

    @Autowired
    Dunning dunning;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    private Payer payer;
    private TestClinic clinic;
    private UUID patient;
    private UUID plan;

    @BeforeEach
    void open() {
        time.moveToNoon("2027-01-10");
        payer = payers.open();
        clinic = payer.clinic();
        patient = payer.id();
        plan = payer.in(() ->
                plans.create(new NewPlan("Monthly", null, TestMoney.DOLLARS, 10_000L, IntervalUnit.MONTH, 1, 4, 0)));
    }

    /** Twelve months with a card that fails in April, a new one, a price change in July and a pause in August. */
    @Test
    void aYearWithAFailedCardThatIsReplacedIsChargedToTheDayAndTheCent() {
        cards.save(clinic, patient, TestStripe.PAYS);
        var id = payer.in(() -> subscriptions.subscribe(patient, plan));
        until("2027-04-01");
        cards.save(clinic, patient, TestStripe.SAVES_THEN_DECLINES);

        until("2027-04-10");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        assertThat(payer.sent("invoice", last())).containsExactlyInAnyOrder("invoice-issued", "card-declined");
        until("2027-04-20");
        cards.save(clinic, patient, TestStripe.PAYS);
        until("2027-04-24");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        until("2027-04-25");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(steps(last())).containsExactly("charge");
        assertThat(payer.sent("invoice", last())).containsExactlyInAnyOrder("invoice-issued", "card-declined");

        until("2027-07-01");
        payer.in(() -> plans.changePrice(plan, 12_550L, 30));
        until("2027-08-20");
        payer.in(() -> subscriptions.pause(id));
        until("2027-09-09");
        payer.in(() -> subscriptions.resume(id));
        until("2028-01-12");
        payer.in(() -> subscriptions.cancelAtPeriodEnd(id));
        until("2028-02-05");

        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
        assertThat(billed())
                .containsExactly(
                        "2027-01-10 10000 paid 2027-01-10",
                        "2027-02-10 10000 paid 2027-02-10",
                        "2027-03-10 10000 paid 2027-03-10",
                        "2027-04-10 10000 paid 2027-04-25",
                        "2027-05-10 10000 paid 2027-05-10",
                        "2027-06-10 10000 paid 2027-06-10",
                        "2027-07-10 10000 paid 2027-07-10",
                        "2027-08-10 12550 paid 2027-08-10",
                        "2027-09-30 12550 paid 2027-09-30",
                        "2027-10-30 12550 paid 2027-10-30",
                        "2027-11-30 12550 paid 2027-11-30",
                        "2027-12-30 12550 paid 2027-12-30");
        assertThat(charges()).isEqualTo(12);
        assertThat(payer.sent("subscription", id)).containsExactly("plan-price-changed", "plan-ended");
        var april = payer.invoices().get(3).id();
        assertThat(payer.invoices().stream().map(Invoice::id).filter(invoice -> !invoice.equals(april)))
                .allSatisfy(
                        invoice -> assertThat(payer.sent("invoice", invoice)).containsExactly("invoice-issued"));
        assertThat(taken()).allSatisfy(payment -> assertThat(payer.sent("payment", payment))
                .containsExactly("payment-receipt"));
        var total = 7 * 10_000L + 5 * 12_550L;
        assertThat(money.balance(clinic, "money")).isEqualTo(total);
        assertThat(money.balance(clinic, "revenue")).isEqualTo(-total);
        assertThat(money.balance(clinic, "receivable")).isZero();
        assertThat(money.balance(clinic, null)).isZero();
        assertNothingRuns();
    }

    /** The card fails in February and is never replaced: dunning, suspension, the end; February stays owed. */
    @Test
    void aCardThatIsNeverReplacedLeadsOverDunningToSuspensionAndTheEnd() {
        cards.save(clinic, patient, TestStripe.PAYS);
        var id = payer.in(() -> subscriptions.subscribe(patient, plan));
        until("2027-02-01");
        cards.save(clinic, patient, TestStripe.SAVES_THEN_DECLINES);

        until("2027-03-09");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        assertThat(steps(last())).containsExactly("charge", "email", "sms");
        until("2027-03-10");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.SUSPENDED);
        assertThat(payer.sent("subscription", id)).containsExactly("plan-suspended");
        until("2027-06-09");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);

        assertThat(billed()).containsExactly("2027-01-10 10000 paid 2027-01-10", "2027-02-10 10000 overdue -");
        assertThat(payer.sent("subscription", id)).containsExactly("plan-suspended", "plan-ended");
        assertThat(payer.sent("invoice", last()))
                .containsExactlyInAnyOrder(
                        "invoice-issued", "card-declined", "card-declined", "invoice-overdue", "invoice-overdue");
        assertThat(charges()).isEqualTo(1);
        assertThat(money.balance(clinic, "money")).isEqualTo(10_000);
        assertThat(money.balance(clinic, "receivable")).isEqualTo(10_000);
        assertThat(money.balance(clinic, "revenue")).isEqualTo(-20_000);
        assertThat(money.balance(clinic, null)).isZero();
    }

    /** Paying by another way after the suspension begins a new count with the new card. */
    @Test
    void aSuspendedPlanGoesOnWithANewCardWhenWhatIsOwedWasPaid() {
        cards.save(clinic, patient, TestStripe.PAYS);
        var id = payer.in(() -> subscriptions.subscribe(patient, plan));
        until("2027-02-01");
        cards.save(clinic, patient, TestStripe.SAVES_THEN_DECLINES);
        until("2027-03-20");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.SUSPENDED);

        cards.save(clinic, patient, TestStripe.PAYS);
        money.cash(clinic, last(), 10_000);
        until("2027-03-21");

        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(billed())
                .containsExactly(
                        "2027-01-10 10000 paid 2027-01-10",
                        "2027-02-10 10000 paid 2027-03-20",
                        "2027-03-20 10000 paid 2027-03-20");
        assertThat(money.balance(clinic, "receivable")).isZero();
        assertThat(money.balance(clinic, null)).isZero();
    }

    @Test
    void aPlanThatIsInvoicedChargesNoCard() {
        cards.save(clinic, patient, TestStripe.PAYS);
        payer.in(() -> subscriptions.subscribe(new NewSubscription(patient, plan, null, true, false)));
        until("2027-01-20");

        assertThat(charges()).isZero();
        assertThat(payer.invoices().get(0).status()).isEqualTo(InvoiceStatus.SENT);
    }

    /** Day after day, all jobs of the clinic that are due at noon. */
    private void until(String day) {
        var end = LocalDate.parse(day);
        runDue();
        while (time.today().isBefore(end)) {
            time.nextNoon();
            runDue();
        }
    }

    private void runDue() {
        for (var ran = 0; ran < 200; ran++) {
            var due = management
                    .createJobQuery()
                    .tenantIdIn(clinic.id().toString())
                    .executable()
                    .listPage(0, 1);
            if (due.isEmpty()) {
                return;
            }
            management.executeJob(due.get(0).getId());
        }
        throw new AssertionError("Jobs never end");
    }

    private Subscription get(UUID id) {
        return payer.in(() -> subscriptions.get(id));
    }

    private UUID last() {
        var all = payer.invoices();
        return all.get(all.size() - 1).id();
    }

    private List<String> billed() {
        return payer.invoices().stream()
                .map(invoice -> invoice.periodStart() + " " + invoice.totalMinor() + " "
                        + invoice.status().code() + " " + (invoice.paidOn() == null ? "-" : invoice.paidOn()))
                .toList();
    }

    private long charges() {
        return taken().size();
    }

    /** Payments by card that went through. */
    private List<UUID> taken() {
        return payer.in(() -> payments.ofPatient(patient, null, 100)).stream()
                .filter(payment -> payment.status() == PaymentStatus.SUCCEEDED)
                .filter(payment -> payment.gateway().equals("stripe"))
                .map(Payment::id)
                .toList();
    }

    private List<String> steps(UUID invoice) {
        return payer.in(() -> dunning.steps(invoice)).stream()
                .map(DunningStep::action)
                .toList();
    }

    /** The provider's last words come a moment after its answers, in real time. */
    private void assertNothingRuns() {
        await().pollInSameThread().untilAsserted(() -> {
            runDue();
            assertThat(runtime.createProcessInstanceQuery()
                            .tenantIdIn(clinic.id().toString())
                            .list())
                    .extracting(ProcessInstance::getProcessDefinitionId)
                    .isEmpty();
        });
    }
}
