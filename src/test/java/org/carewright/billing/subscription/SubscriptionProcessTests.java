package org.carewright.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.billing.invoice.InvoiceLedger;
import org.carewright.billing.invoice.InvoiceSource.Kind;
import org.carewright.billing.invoice.InvoiceStatus;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.plan.NewPlan;
import org.carewright.billing.plan.PlanPeriod;
import org.carewright.billing.plan.Plans;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPayers;
import org.carewright.test.TestPayers.Payer;
import org.carewright.test.TestTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every path of {@code SubscriptionProcess} over the months, by the clinic's calendar (BIL-5). */
@CarewrightTest
class SubscriptionProcessTests {

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestPayers payers;

    @Autowired
    TestMoney money;

    @Autowired
    TestJobs jobs;

    @Autowired
    Plans plans;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    SubscriptionRuns steps;

    @Autowired
    Invoices invoices;

    @Autowired
    InvoiceLedger invoiceLedger;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcTemplate jdbc;

    private Payer payer;
    private TestClinic clinic;
    private UUID patient;

    @BeforeEach
    void open() {
        time.moveToNoon("2027-01-31");
        payer = payers.open();
        clinic = payer.clinic();
        patient = payer.id();
    }

    /** Trial, twelve months with a pause, a new price, and the end; every invoice to the day and the cent. */
    @Test
    void aYearOfAMonthlyPlanIsInvoicedToTheDayAndTheCent() {
        var plan = plan("Monthly", 10_000, IntervalUnit.MONTH, 14);
        var id = subscribe(plan);
        assertThat(billed(id)).isEmpty();
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.TRIALING);

        // The trial ends on 14 February; from then on the 14th counts.
        until(id, "2027-05-20");
        payer.in(() -> subscriptions.pause(id));
        until(id, "2027-06-19");
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.PAUSED);
        payer.in(() -> subscriptions.resume(id));
        assertThat(get(id).period().end()).isEqualTo("2027-07-14");

        until(id, "2027-08-20");
        announce(plan, 12_550L, 30);
        until(id, "2027-11-20");
        payer.in(() -> subscriptions.cancelAtPeriodEnd(id));
        until(id, "2028-02-20");

        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
        assertThat(get(id).endedOn()).isEqualTo("2027-12-14");
        assertThat(billed(id))
                .containsExactly(
                        "2027-02-14..2027-03-13 10000",
                        "2027-03-14..2027-04-13 10000",
                        "2027-04-14..2027-05-13 10000",
                        "2027-05-14..2027-06-13 10000",
                        "2027-07-14..2027-08-13 10000",
                        "2027-08-14..2027-09-13 10000",
                        "2027-09-14..2027-10-13 10000",
                        "2027-10-14..2027-11-13 12550",
                        "2027-11-14..2027-12-13 12550");
        assertThat(payer.invoices()).allMatch(invoice -> invoice.issuedOn().equals(invoice.periodStart()));
        assertPeriodsFollowWithoutGap(id);
        assertThat(payer.sent("subscription", id)).containsExactly("plan-price-changed", "plan-ended");
        assertThat(running(id)).isZero();
        assertThat(money.balance(clinic, null)).isZero();
        assertThat(money.balance(clinic, "receivable")).isZero();
        assertThat(money.balance(clinic, "revenue")).isEqualTo(-(7 * 10_000 + 2 * 12_550));
    }

    @Test
    void theEndOfTheMonthComesBackAfterFebruary() {
        var id = subscribe(plan("Monthly", 5_000, IntervalUnit.MONTH, 0));

        until(id, "2027-05-01");

        assertThat(billed(id))
                .containsExactly(
                        "2027-01-31..2027-02-27 5000",
                        "2027-02-28..2027-03-30 5000",
                        "2027-03-31..2027-04-29 5000",
                        "2027-04-30..2027-05-30 5000");
    }

    @Test
    void periodsThatPassedUnnoticedAreAllInvoiced() {
        var id = subscribe(plan("Weekly", 700, IntervalUnit.WEEK, 0));
        payer.payAll();

        time.moveToNoon("2027-02-15");
        renewAll(id);

        assertThat(billed(id)).hasSize(3);
        assertThat(get(id).period()).isEqualTo(period("2027-02-14", "2027-02-21"));
    }

    @Test
    void anotherPlanCreditsTheRestOfTheOldAndChargesTheRestOfTheNew() {
        var id = subscribe(plan("Small", 10_000, IntervalUnit.MONTH, 0));
        payer.payAll();
        time.moveToNoon("2027-02-10");

        payer.in(() -> subscriptions.changePlan(id, plan("Large", 28_003, IntervalUnit.MONTH, 0)));

        // 28 days from 31 January; 18 are left: 10000 - floor(10000 * 10 / 28), 28003 - floor(28003 * 10 / 28).
        var all = payer.invoices();
        assertThat(all).hasSize(2);
        assertThat(all.get(0).creditedMinor()).isEqualTo(6_429);
        assertThat(all.get(1).totalMinor()).isEqualTo(18_002);
        assertThat(all.get(1).outstandingMinor()).isEqualTo(18_002 - 6_429);
        assertThat(get(id).period()).isEqualTo(period("2027-02-10", "2027-02-28"));
        until(id, "2027-03-01");
        assertThat(get(id).period()).isEqualTo(period("2027-02-28", "2027-03-31"));
        assertPeriodsFollowWithoutGap(id);
    }

    @Test
    void creditOfADearerPlanPaysTheCheaperOneUntilItIsUsedUp() {
        var id = subscribe(plan("Large", 28_000, IntervalUnit.MONTH, 0));
        payer.payAll();
        time.moveToNoon("2027-02-10");

        payer.in(() -> subscriptions.changePlan(id, plan("Small", 2_800, IntervalUnit.MONTH, 0)));

        assertThat(payer.invoices().get(1).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(money.balance(clinic, "patient_credit")).isEqualTo(-(18_000 - 1_800));
        time.moveToNoon("2027-03-01");
        renewAll(id);
        assertThat(payer.invoices().get(2).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(money.balance(clinic, "patient_credit")).isEqualTo(-(18_000 - 1_800 - 2_800));
        assertThat(money.balance(clinic, null)).isZero();
    }

    @Test
    void aPlanOfAnotherIntervalBeginsAPeriodOfItsOwn() {
        var id = subscribe(plan("Monthly", 10_000, IntervalUnit.MONTH, 0));
        payer.payAll();
        time.moveToNoon("2027-02-10");

        payer.in(() -> subscriptions.changePlan(id, plan("Yearly", 90_000, IntervalUnit.YEAR, 0)));

        assertThat(get(id).period()).isEqualTo(period("2027-02-10", "2028-02-10"));
        assertThat(payer.invoices().get(1).totalMinor()).isEqualTo(90_000);
    }

    @Test
    void cancellingNowCreditsTheDaysFromTomorrow() {
        var id = subscribe(plan("Monthly", 2_800, IntervalUnit.MONTH, 0));
        payer.payAll();
        time.moveToNoon("2027-02-10");

        payer.in(() -> subscriptions.cancelNow(id));

        assertThat(payer.invoices().get(0).creditedMinor()).isEqualTo(1_700);
        assertThat(money.balance(clinic, "patient_credit")).isEqualTo(-1_700);
        runDue(id);
        assertThat(payer.sent("subscription", id)).containsExactly("plan-ended");
        assertThat(running(id)).isZero();
        assertThatThrownBy(() -> payer.in(() -> subscriptions.cancelNow(id))).isInstanceOf(ProblemException.class);
    }

    @Test
    void cancellingAnUnpaidPlanNowLeavesTheDaysUsedToBePaid() {
        var id = subscribe(plan("Monthly", 2_800, IntervalUnit.MONTH, 0));
        time.moveToNoon("2027-02-10");

        payer.in(() -> subscriptions.cancelNow(id));

        assertThat(payer.invoices().get(0).outstandingMinor()).isEqualTo(1_100);
        assertThat(money.balance(clinic, "patient_credit")).isZero();
    }

    @Test
    void aTrialThatIsCancelledCostsNothing() {
        var id = subscribe(plan("Monthly", 2_800, IntervalUnit.MONTH, 14));
        payer.in(() -> subscriptions.cancelAtPeriodEnd(id));

        until(id, "2027-04-01");

        assertThat(payer.invoices()).isEmpty();
        assertThat(get(id).endedOn()).isEqualTo("2027-02-14");
    }

    @Test
    void aPlanThatIsKeptAfterAllIsRenewed() {
        var id = subscribe(plan("Monthly", 2_800, IntervalUnit.MONTH, 0));
        payer.in(() -> subscriptions.cancelAtPeriodEnd(id));
        payer.in(() -> subscriptions.keep(id));

        until(id, "2027-03-01");

        assertThat(billed(id)).hasSize(2);
    }

    @Test
    void anOverdueInvoiceMakesThePlanPastDueAndPayingItActiveAgain() {
        var id = subscribe(plan("Monthly", 2_800, IntervalUnit.MONTH, 0));

        time.moveToNoon("2027-02-15");
        runDue(id);
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);

        payer.payAll();
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void aPeriodThatEndsUnpaidSuspendsThePlanUntilItIsSettled() {
        var id = subscribe(plan("Monthly", 2_800, IntervalUnit.MONTH, 0));
        time.moveToNoon("2027-02-15");
        runDue(id);
        time.moveToNoon("2027-02-28");
        runDue(id);
        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.SUSPENDED);
        assertThat(payer.sent("subscription", id)).containsExactly("plan-suspended");
        assertThat(payer.invoices()).hasSize(1);

        time.moveToNoon("2027-03-10");
        payer.payAll();

        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(get(id).period()).isEqualTo(period("2027-03-10", "2027-04-10"));
        assertThat(payer.invoices()).hasSize(2);
    }

    @Test
    void aWrittenOffInvoiceDoesNotReinstateThePlan() {
        var id = suspended();

        payer.in(() -> invoiceLedger.writeOff(payer.invoices().get(0).id()));

        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.SUSPENDED);
    }

    @Test
    void aPlanThatIsSuspendedForTooLongEnds() {
        var id = suspended();

        time.moveToNoon("2027-05-30");
        runDue(id);

        assertThat(get(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
        assertThat(get(id).endedOn()).isEqualTo("2027-05-30");
        assertThat(payer.sent("subscription", id)).containsExactly("plan-suspended", "plan-ended");
    }

    @Test
    void aPausedPlanThatIsCancelledGivesBackTheDaysSinceThePause() {
        var id = subscribe(plan("Monthly", 2_800, IntervalUnit.MONTH, 0));
        payer.payAll();
        time.moveToNoon("2027-02-10");
        payer.in(() -> subscriptions.pause(id));
        time.moveToNoon("2027-04-10");

        payer.in(() -> subscriptions.cancelNow(id));

        assertThat(payer.invoices().get(0).creditedMinor()).isEqualTo(1_800);
        runDue(id);
        assertThat(payer.sent("subscription", id)).containsExactly("plan-ended");
        assertThat(running(id)).isZero();
    }

    @Test
    void daysOfAPauseAreNotCountedWhenThePlanIsChangedLater() {
        var id = subscribe(plan("Small", 2_800, IntervalUnit.MONTH, 0));
        payer.payAll();
        time.moveToNoon("2027-02-10");
        payer.in(() -> subscriptions.pause(id));
        time.moveToNoon("2027-02-20");
        payer.in(() -> subscriptions.resume(id));
        time.moveToNoon("2027-02-24");

        payer.in(() -> subscriptions.changePlan(id, plan("Large", 5_600, IntervalUnit.MONTH, 0)));

        // 14 of 28 days are used, the ten of the pause not.
        assertThat(payer.invoices().get(0).creditedMinor()).isEqualTo(1_400);
        assertThat(payer.invoices().get(1).totalMinor()).isEqualTo(2_800);
        assertThat(get(id).period()).isEqualTo(period("2027-02-24", "2027-03-10"));
    }

    @Test
    void whoPausesIsToldOfANewPriceWhenThePlanGoesOn() {
        var plan = plan("Monthly", 2_800, IntervalUnit.MONTH, 0);
        var id = subscribe(plan);
        payer.payAll();
        payer.in(() -> subscriptions.pause(id));
        announce(plan, 3_000L, 30);
        runDue(id);
        assertThat(payer.sent("subscription", id)).isEmpty();

        payer.in(() -> subscriptions.resume(id));
        runDue(id);

        assertThat(payer.sent("subscription", id)).containsExactly("plan-price-changed");
    }

    @Test
    void aStepThatRunsTwiceChangesNothingMore() {
        var id = subscribe(plan("Monthly", 2_800, IntervalUnit.MONTH, 0));
        payer.payAll();
        var period = payer.in(
                () -> jdbc.queryForObject("select period_id from billing.subscription where id = ?", UUID.class, id));
        time.moveToNoon("2027-02-28");
        jobs.runDueTwice(instance(id));

        var again = payer.in(() -> steps.renew(period));
        payer.in(() -> steps.invoice(period));

        assertThat(again).isEqualTo(Renewal.RENEWED);
        assertThat(payer.invoices()).hasSize(2);
    }

    @Test
    void refusesWhatDoesNotFitItsState() {
        var plan = plan("Monthly", 2_800, IntervalUnit.MONTH, 0);
        var id = subscribe(plan);

        assertRefused("plan_running", () -> subscriptions.subscribe(patient, plan));
        assertRefused("plan_not_paused", () -> subscriptions.resume(id));
        assertRefused("plan_running", () -> subscriptions.changePlan(id, plan));
        payer.in(() -> subscriptions.pause(id));
        assertRefused("plan_not_active", () -> subscriptions.pause(id));
        payer.in(() -> plans.retire(plan));
        assertRefused("plan_retired", () -> plans.changePrice(plan, 1L, 0));
    }

    @Test
    void announcesNoPriceTwiceAndChargesOnlyPeriodsThatBeginAfterTheNotice() {
        var plan = plan("Monthly", 2_800, IntervalUnit.MONTH, 0);
        var id = subscribe(plan);
        payer.payAll();
        announce(plan, 3_000L, 28);
        runDue(id);
        until(id, "2027-04-01");

        assertThat(billed(id))
                .containsExactly(
                        "2027-01-31..2027-02-27 2800", "2027-02-28..2027-03-30 3000", "2027-03-31..2027-04-29 3000");
        assertThat(payer.sent("subscription", id)).containsExactly("plan-price-changed");
    }

    private void assertRefused(String code, Runnable work) {
        assertThatThrownBy(() -> payer.in(work))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo(code));
    }

    /** A new price, handed to everybody who has the plan. */
    private void announce(UUID plan, long price, int noticeDays) {
        payer.in(() -> plans.changePrice(plan, price, noticeDays));
        jobs.runDue(runtime.createProcessInstanceQuery()
                .processDefinitionKey(PriceNoticeVariables.PROCESS_ID)
                .processInstanceBusinessKey(plan.toString())
                .singleResult()
                .getId());
    }

    private UUID suspended() {
        var id = subscribe(plan("Monthly", 2_800, IntervalUnit.MONTH, 0));
        time.moveToNoon("2027-02-15");
        runDue(id);
        time.moveToNoon("2027-02-28");
        runDue(id);
        return id;
    }

    private UUID plan(String name, long price, IntervalUnit unit, int trialDays) {
        return payer.in(() -> plans.create(new NewPlan(name, null, TestMoney.DOLLARS, price, unit, 1, 4, trialDays)));
    }

    private UUID subscribe(UUID plan) {
        return payer.in(() -> subscriptions.subscribe(patient, plan));
    }

    private Subscription get(UUID id) {
        return payer.in(() -> subscriptions.get(id));
    }

    /** Day after day: jobs run at noon, and every invoice is paid at once. */
    private void until(UUID id, String day) {
        var end = LocalDate.parse(day);
        while (time.today().isBefore(end)) {
            time.nextNoon();
            renewAll(id);
            payer.payAll();
        }
    }

    private void renewAll(UUID id) {
        String before;
        do {
            before = instance(id);
            runDue(id);
        } while (!before.equals(instance(id)));
    }

    private void runDue(UUID id) {
        jobs.runDue(instance(id));
    }

    private List<String> billed(UUID id) {
        return payer.invoices().stream()
                .peek(invoice -> assertThat(invoice.source().kind()).isEqualTo(Kind.PLAN))
                .map(invoice -> invoice.periodStart() + ".." + invoice.periodEnd() + " " + invoice.totalMinor())
                .toList();
    }

    private void assertPeriodsFollowWithoutGap(UUID id) {
        var gaps = payer.in(() -> jdbc.queryForList(
                """
                        select sequence
                        from (select sequence, starts_on,
                                     lag(ends_on) over (order by sequence) as before
                              from billing.subscription_period
                              where subscription_id = ?) p
                        where before <> starts_on
                        """,
                id));
        assertThat(gaps).isEmpty();
    }

    private String instance(UUID id) {
        return payer.in(() -> jdbc.queryForObject(
                "select process_instance_id from billing.subscription where id = ?", String.class, id));
    }

    private long running(UUID id) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance(id))
                .count();
    }

    private static PlanPeriod period(String start, String end) {
        return new PlanPeriod(LocalDate.parse(start), LocalDate.parse(end));
    }
}
