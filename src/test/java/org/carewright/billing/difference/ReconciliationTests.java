package org.carewright.billing.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.billing.payment.PaymentMethod;
import org.carewright.billing.payment.Payments;
import org.carewright.integrations.payment.Gateway;
import org.carewright.integrations.sandbox.SandboxFault;
import org.carewright.shared.money.Money;
import org.carewright.shared.process.ActiveStep;
import org.carewright.shared.process.Processes;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
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
import org.springframework.jdbc.core.JdbcTemplate;

/** The nightly comparison with the Razorpay sandbox, and the tasks it makes. */
@CarewrightTest
class ReconciliationTests {

    private static final long PAISE = 150_000;

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestPaid paid;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestRuns runs;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    Comparisons comparisons;

    @Autowired
    DifferenceBook differences;

    @Autowired
    ProviderFees fees;

    @Autowired
    TestMoney money;

    @Autowired
    Payments payments;

    @Autowired
    Processes processes;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private TestClinic clinic;
    private UUID invoice;

    @BeforeEach
    void openClinic() {
        clinic = clinics.open();
        invoice = paid.invoice(clinic, scheduling.patient(clinic), PAISE);
    }

    @Test
    void findsNothingWhereAllAgree() {
        paid.told(clinic, paid.paidAtRazorpay(clinic, invoice, PAISE));
        compareTomorrow();

        assertThat(open()).isEmpty();
    }

    @Test
    void booksTheProvidersFeeOnceAndFindsOneThatIsBookedWrong() {
        paid.told(clinic, paid.paidAtRazorpay(clinic, invoice, PAISE));
        compareTomorrow();
        var fee = money.balance(clinic, "provider_fee");
        assertThat(fee).isPositive();
        compareNow();
        assertThat(money.balance(clinic, "provider_fee")).isEqualTo(fee);
        assertThat(open()).isEmpty();

        var other = paid.invoice(clinic, scheduling.patient(clinic), PAISE);
        var payment = paid.paidAtRazorpay(clinic, other, PAISE);
        paid.told(clinic, payment);
        in(() -> fees.bookOrCompare(
                ProviderFees.PAYMENT, payment, new ProviderFees.Bearer(payment, other, "card"), Money.of(1, "INR")));
        compareTomorrow();
        assertThat(open()).containsExactly("fee");
    }

    @Test
    void findsMoneyWhoseEventWasLostOnceAndForgetsItWhenItIsBooked() {
        var payment = paid.paidAtRazorpay(clinic, invoice, PAISE);
        compareTomorrow();
        compareTomorrow();
        assertThat(open()).containsExactly("not_booked");
        var task = instances();
        assertThat(task).hasSize(1);

        paid.told(clinic, payment);
        compareTomorrow();
        assertThat(open()).isEmpty();
        assertThat(in(() -> processes.whereIs(task.get(0)))).isEmpty();
    }

    @Test
    void findsMoneyThatTheProviderKnowsNothingOf() {
        var payment = paid.meant(clinic, invoice, PAISE, Gateway.RAZORPAY);
        in(() -> payments.received(
                payment.id(),
                Money.of(PAISE, "INR"),
                "order_made_up",
                org.carewright.billing.payment.PaidWith.of(PaymentMethod.CARD),
                clock.instant()));
        compareTomorrow();

        assertThat(open()).containsExactly("not_at_provider");
    }

    @Test
    void leavesWhatMovedJustNowForTheNextNight() {
        paid.paidAtRazorpay(clinic, invoice, PAISE);
        compareNow();

        assertThat(open()).isEmpty();
    }

    @Test
    void makesATaskThatKeepsWhatCameOfIt() {
        paid.paidAtRazorpay(clinic, invoice, PAISE);
        compareTomorrow();
        var task = instances().get(0);
        in(() -> {
            runs.as(
                    clinic,
                    UUID.randomUUID(),
                    () -> runs.complete(
                            task,
                            "Task_ResolveDifference",
                            Map.of("differenceOutcome", "put_right", "differenceNote", "Booked by hand")));
            return true;
        });
        assertThat(open()).isEmpty();
        assertThat(in(() -> processes.whereIs(task))).isEmpty();

        compareTomorrow();
        assertThat(open()).isEmpty();
    }

    @Test
    void asksAManagerAboutADifferenceOfAWeek() {
        paid.paidAtRazorpay(clinic, invoice, PAISE);
        compareTomorrow();
        var task = instances().get(0);
        time.moveTo(clock.instant().plus(Duration.ofDays(8)));
        jobs.runDue(task);

        assertThat(in(() -> processes.whereIs(task)))
                .extracting(ActiveStep::elementId)
                .containsExactlyInAnyOrder("Task_ResolveDifference", "Task_AskManager");
    }

    @Test
    void triesTheSameDayAgainWhenTheProviderIsDownOverMidnight() {
        paid.paidAtRazorpay(clinic, invoice, PAISE);
        time.moveTo(clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(47)));
        var comparison = in(comparisons::start);
        sandbox.fault("razorpay", SandboxFault.Kind.STATUS, 502, 60);
        runs.failUntilIncident(comparison);
        assertThat(runs.incidents(comparison)).isEqualTo(1);
        sandbox.clearFaults();
        runs.retry(comparison);
        jobs.runDue(comparison);

        assertThat(in(() -> processes.whereIs(comparison))).isEmpty();
    }

    @Test
    void startsByItselfEveryNightWithoutAClinicAndOncePerClinicThatTakesMoney() {
        paid.told(clinic, paid.paidAtRazorpay(clinic, invoice, PAISE));
        var idle = clinics.open();
        var timer = management.createJobQuery().processDefinitionKey("ReconciliationProcess").timers().list().stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .findFirst()
                .orElseThrow();
        management.executeJob(timer.getId());
        var nights = management
                .createJobQuery()
                .processDefinitionKey("ReconciliationProcess")
                .messages()
                .list();
        assertThat(nights).isNotEmpty();
        nights.forEach(job -> management.executeJob(job.getId()));

        assertThat(comparisonsOf(clinic)).isEqualTo(1);
        assertThat(comparisonsOf(idle)).isZero();
    }

    @Test
    void sealsTheAuditLogByItself() {
        var timer = management
                .createJobQuery()
                .processDefinitionKey("AuditSealingProcess")
                .timers()
                .list()
                .get(0);
        management.executeJob(timer.getId());

        assertThat(management
                        .createJobQuery()
                        .processDefinitionKey("AuditSealingProcess")
                        .messages()
                        .count())
                .isPositive();
    }

    private long comparisonsOf(TestClinic of) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("ComparisonProcess")
                .tenantIdIn(of.id().toString())
                .count();
    }

    private void compareTomorrow() {
        time.moveTo(clock.instant().plus(Duration.ofHours(24)));
        compareNow();
    }

    private void compareNow() {
        jobs.runDue(in(comparisons::start));
    }

    private List<String> open() {
        return in(() -> differences.page(true, null, 10)).stream()
                .map(DifferenceBook.Case::kind)
                .toList();
    }

    private List<String> instances() {
        return in(() -> jdbc.queryForList(
                "select process_instance_id from billing.difference where closed_at is null", String.class));
    }

    private <T> T in(Supplier<T> work) {
        return scheduling.in(clinic, work);
    }
}
