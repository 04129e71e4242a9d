package org.carewright.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.plan.NewPlan;
import org.carewright.billing.plan.Plans;
import org.carewright.shared.money.Money;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StatementCounter;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestPaid;
import org.carewright.test.TestRuns;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** What plans bring in a month (REP-2). */
@CarewrightTest
class RecurringRevenueTests {

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestVisits visits;

    @Autowired
    TestRuns runs;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    Plans plans;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    RecurringRevenue revenue;

    @Autowired
    StatementCounter statements;

    private Practice practice;
    private TestClinic clinic;

    @BeforeEach
    void open() {
        time.moveTo("2027-01-31T17:00:00Z");
        practice = visits.open(ZoneId.of("America/New_York"), null);
        clinic = practice.clinic();
    }

    @Test
    void periodsOfEveryLengthAreAMonthsShare() {
        sold("Monthly", 10_000, IntervalUnit.MONTH, 1);
        sold("Quarterly", 10_000, IntervalUnit.MONTH, 3);
        sold("Weekly", 1_000, IntervalUnit.WEEK, 1);
        sold("Fortnightly", 1_000, IntervalUnit.WEEK, 2);
        sold("Yearly", 100_000, IntervalUnit.YEAR, 1);

        // 10000 + 3333.33 + 4333.33 + 2166.67 + 8333.33
        assertThat(monthly()).containsExactly(Money.of(28_167, "USD"));
    }

    @Test
    void thirdsOfManyPeopleAreRoundedOnce() {
        var plan = plan("Quarterly", 100, IntervalUnit.MONTH, 3, "USD", 0);
        for (var people = 0; people < 3; people++) {
            subscribe(plan);
        }

        assertThat(monthly()).containsExactly(Money.of(100, "USD"));
    }

    @Test
    void eachCurrencyIsOneAmount() {
        subscribe(plan("Dollars", 2_000, IntervalUnit.MONTH, 1, "USD", 0));
        subscribe(plan("Rupees", 50_000, IntervalUnit.MONTH, 1, TestPaid.RUPEES.getCurrencyCode(), 0));

        assertThat(monthly()).containsExactly(Money.of(50_000, "INR"), Money.of(2_000, "USD"));
    }

    @Test
    void trialsPausedAndEndedPlansBringInNothing() {
        subscribe(plan("Trial", 2_000, IntervalUnit.MONTH, 1, "USD", 14));
        var paused = sold("Paused", 2_000, IntervalUnit.MONTH, 1);
        var ended = sold("Ended", 2_000, IntervalUnit.MONTH, 1);
        assertThat(monthly()).containsExactly(Money.of(4_000, "USD"));

        scheduling.in(clinic, () -> {
            subscriptions.pause(paused);
            subscriptions.cancelNow(ended);
            return null;
        });

        assertThat(monthly()).isEmpty();
    }

    @Test
    void anotherPlanCountsWithItsFullPriceAndANewPriceOnlyFromTheNextPeriod() {
        var id = sold("Small", 2_000, IntervalUnit.MONTH, 1);
        var large = plan("Large", 5_000, IntervalUnit.MONTH, 1, "USD", 0);
        time.moveTo("2027-02-10T17:00:00Z");

        scheduling.in(clinic, () -> {
            subscriptions.changePlan(id, large);
            return plans.changePrice(large, 6_000L, 0);
        });

        assertThat(monthly()).containsExactly(Money.of(5_000, "USD"));
    }

    @Test
    void readsOneStatementHoweverManyThereAre() {
        for (var n = 0; n < 5; n++) {
            sold("Plan " + n, 1_000, IntervalUnit.MONTH, 1);
        }

        assertThat(statements.during(this::monthly)).isEqualTo(1);
    }

    private List<Money> monthly() {
        return scheduling.in(clinic, revenue::monthly);
    }

    private UUID sold(String name, long price, IntervalUnit unit, int count) {
        return subscribe(plan(name, price, unit, count, "USD", 0));
    }

    private UUID plan(String name, long price, IntervalUnit unit, int count, String currency, int trialDays) {
        return scheduling.in(
                clinic,
                () -> plans.create(
                        new NewPlan(name, null, Currency.getInstance(currency), price, unit, count, 0, trialDays)));
    }

    private UUID subscribe(UUID plan) {
        var patient = runs.reachablePatient(practice);
        return scheduling.in(clinic, () -> subscriptions.subscribe(patient, plan));
    }
}
