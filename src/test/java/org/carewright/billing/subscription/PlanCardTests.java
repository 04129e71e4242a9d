package org.carewright.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.carewright.billing.card.SavedCards;
import org.carewright.billing.invoice.Invoice;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.payment.Payment;
import org.carewright.billing.payment.PaymentStatus;
import org.carewright.billing.payment.Payments;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.plan.NewPlan;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.process.Dunning;
import org.carewright.billing.process.DunningStep;
import org.carewright.integrations.payment.Gateway;
import org.carewright.messaging.LoggedMessage;
import org.carewright.messaging.MessageLog;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMoney;
import org.carewright.test.TestRuns;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStripe;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A plan charged to a card through the Stripe sandbox over the months, with dunning; entries and messages exact. */
@CarewrightTest
class PlanCardTests {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestMoney money;

    @Autowired
    TestRuns runs;

    @Autowired
    TestStripe stripe;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    Plans plans;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    SavedCards cards;

    @Autowired
    Invoices invoices;

    @Autowired
    Payments payments;

    @Autowired
    Dunning dunning;

    @Autowired
    MessageLog messages;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ClinicScope scope;

    @Autowired
    JdbcTemplate jdbc;

    private TestClinic clinic;
    private UUID patient;
    private UUID plan;
    private LocalDate today;

    @BeforeEach
    void open() {
        sandbox.clearFaults();
        moveTo("2027-01-10");
        var practice = visits.open(ZONE, null);
        clinic = practice.clinic();
        patient = runs.reachablePatient(practice);
        plan = in(() ->
                plans.create(new NewPlan("Monthly", null, TestMoney.DOLLARS, 10_000L, IntervalUnit.MONTH, 1, 4, 0)));
    }

    /** Twelve months with a card that fails in April, a new one, a price change in July and a pause in August. */
    @Test
    void aYearWithAFailedCardThatIsReplacedIsChargedToTheDayAndTheCent() {
        save(TestStripe.PAYS);
        var id = in(() -> subscriptions.subscribe(patient, plan));
        until("2027-04-01");
        save(TestStripe.SAVES_THEN_DECLINES);

        until("2027-04-10");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        assertThat(sentOf(last())).containsExactlyInAnyOrder("invoice-issued", "card-declined");
        until("2027-04-20");
        save(TestStripe.PAYS);
        until("2027-04-24");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        until("2027-04-25");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(steps(last())).containsExactly("charge");
        assertThat(sentOf(last())).containsExactlyInAnyOrder("invoice-issued", "card-declined");

        until("2027-07-01");
        in(() -> plans.changePrice(plan, 12_550L, 30));
        until("2027-08-20");
        in(() -> {
            subscriptions.pause(id);
            return true;
        });
        until("2027-09-09");
        in(() -> {
            subscriptions.resume(id);
            return true;
        });
        until("2028-01-12");
        in(() -> {
            subscriptions.cancelAtPeriodEnd(id);
            return true;
        });
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
        assertThat(sent("subscription", id)).containsExactly("plan-price-changed", "plan-ended");
        var april = invoicesOf().get(3).id();
        assertThat(invoicesOf().stream().map(Invoice::id).filter(invoice -> !invoice.equals(april)))
                .allSatisfy(invoice -> assertThat(sentOf(invoice)).containsExactly("invoice-issued"));
        assertThat(taken())
                .allSatisfy(payment -> assertThat(sent("payment", payment)).containsExactly("payment-receipt"));
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
        save(TestStripe.PAYS);
        var id = in(() -> subscriptions.subscribe(patient, plan));
        until("2027-02-01");
        save(TestStripe.SAVES_THEN_DECLINES);

        until("2027-03-09");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        assertThat(steps(last())).containsExactly("charge", "email", "sms");
        until("2027-03-10");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.SUSPENDED);
        assertThat(sent("subscription", id)).containsExactly("plan-suspended");
        until("2027-06-09");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);

        assertThat(billed()).containsExactly("2027-01-10 10000 paid 2027-01-10", "2027-02-10 10000 overdue -");
        assertThat(sent("subscription", id)).containsExactly("plan-suspended", "plan-ended");
        assertThat(sentOf(last()))
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
        save(TestStripe.PAYS);
        var id = in(() -> subscriptions.subscribe(patient, plan));
        until("2027-02-01");
        save(TestStripe.SAVES_THEN_DECLINES);
        until("2027-03-20");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.SUSPENDED);

        save(TestStripe.PAYS);
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
        save(TestStripe.PAYS);
        in(() -> subscriptions.subscribe(new NewSubscription(patient, plan, null, true, false)));
        until("2027-01-20");

        assertThat(charges()).isZero();
        assertThat(invoicesOf().get(0).status()).isEqualTo(InvoiceStatus.SENT);
    }

    private void save(String number) {
        var page = scope.call(
                clinic.id(),
                () -> cards.setUp(
                        patient,
                        Gateway.STRIPE,
                        TestMoney.DOLLARS,
                        URI.create("http://localhost/saved"),
                        URI.create("http://localhost/not-saved"),
                        Locale.ENGLISH));
        stripe.pay(page, number);
        in(() -> {
            jdbc.queryForList("select id from billing.card_set_up where ended_at is null", UUID.class)
                    .forEach(setUp -> cards.setUpEnded(setUp, null));
            return true;
        });
    }

    /** Day after day, all jobs of the clinic that are due at noon. */
    private void until(String day) {
        var end = LocalDate.parse(day);
        runDue();
        while (today.isBefore(end)) {
            moveTo(today.plusDays(1).toString());
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
        return in(() -> subscriptions.get(id));
    }

    /** Oldest first. */
    private List<Invoice> invoicesOf() {
        var found = new ArrayList<>(in(() -> invoices.ofPatient(patient, null, 100)));
        found.sort(Comparator.comparing(Invoice::periodStart));
        return found;
    }

    private UUID last() {
        var all = invoicesOf();
        return all.get(all.size() - 1).id();
    }

    private List<String> billed() {
        return invoicesOf().stream()
                .map(invoice -> invoice.periodStart() + " " + invoice.totalMinor() + " "
                        + invoice.status().code() + " " + (invoice.paidOn() == null ? "-" : invoice.paidOn()))
                .toList();
    }

    private long charges() {
        return taken().size();
    }

    /** Payments by card that went through. */
    private List<UUID> taken() {
        return in(() -> payments.ofPatient(patient, null, 100)).stream()
                .filter(payment -> payment.status() == PaymentStatus.SUCCEEDED)
                .filter(payment -> payment.gateway().equals("stripe"))
                .map(Payment::id)
                .toList();
    }

    private List<String> steps(UUID invoice) {
        return in(() -> dunning.steps(invoice)).stream()
                .map(DunningStep::action)
                .toList();
    }

    private List<String> sentOf(UUID invoice) {
        return sent("invoice", invoice);
    }

    /** Templates, oldest first. */
    private List<String> sent(String type, UUID id) {
        return in(() -> messages.of(type, id)).stream()
                .sorted(Comparator.comparing(LoggedMessage::createdAt))
                .map(LoggedMessage::template)
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

    /** Noon in the clinic's zone. */
    private void moveTo(String day) {
        today = LocalDate.parse(day);
        time.moveTo(today.atTime(12, 0).atZone(ZONE).toInstant());
    }

    private <T> T in(Supplier<T> work) {
        return scheduling.in(clinic, work);
    }
}
