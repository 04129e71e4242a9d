package org.carewright.billing.included;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.billing.invoice.InvoiceSource.Kind;
import org.carewright.billing.packages.NewPackage;
import org.carewright.billing.packages.Packages;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.plan.NewPlan;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.NewSubscription;
import org.carewright.billing.subscription.SubscriptionVariables;
import org.carewright.billing.subscription.Subscriptions;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestClinics;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestPayers;
import org.carewright.test.TestPayers.Payer;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A visit that a plan includes isn't invoiced again (BIL-5). */
@CarewrightTest
class IncludedSessionsTests {

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestPayers payers;

    @Autowired
    TestJobs jobs;

    @Autowired
    Plans plans;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    IncludedSessions included;

    @Autowired
    Packages packages;

    @Autowired
    RuntimeService runtime;

    private Payer payer;
    private Practice practice;
    private UUID patient;

    @BeforeEach
    void open() {
        time.moveToNoon("2027-03-01");
        payer = payers.open();
        practice = payer.practice();
        patient = payer.id();
    }

    @Test
    void visitsAreInvoicedOnlyWhenTheSessionsOfThePeriodAreUsed() {
        var id = subscribe(plan("Two", 2));

        var first = completed(0);
        var second = completed(1);
        var third = completed(2);

        assertThat(payer.isInvoiced(first) || payer.isInvoiced(second)).isFalse();
        assertThat(payer.isInvoiced(third)).isTrue();
        assertThat(used(id)).isEqualTo(2);
        assertThat(payer.in(() -> included.visits(id)))
                .extracting(IncludedVisit::appointmentId)
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void ofManyVisitsThatEndAtOnceNoMoreAreFreeThanThePlanIncludes() throws Exception {
        subscribe(plan("Three", 3));
        var ended = new ArrayList<UUID>();
        for (var n = 0; n < 8; n++) {
            ended.add(visit(n));
        }
        var next = ended.iterator();

        Simultaneously.run(8, ProblemException.class, () -> {
            UUID visit;
            synchronized (ended) {
                visit = next.next();
            }
            payer.complete(visit);
            return visit;
        });

        assertThat(ended.stream().filter(visit -> !payer.isInvoiced(visit))).hasSize(3);
    }

    @Test
    void theNextPeriodHasAllItsSessionsAgain() {
        var id = subscribe(plan("One", 1));
        completed(0);
        payer.payAll();

        time.moveToNoon("2027-04-01");
        renew(id);

        assertThat(used(id)).isZero();
        assertThat(payer.isInvoiced(completed(1))).isFalse();
        assertThat(payer.isInvoiced(completed(2))).isTrue();
    }

    @Test
    void aVisitCountsOnceHoweverOftenItsEndIsTold() {
        var id = subscribe(plan("Two", 2));
        var visit = completed(0);
        payer.complete(visit);

        assertThat(used(id)).isEqualTo(1);
        assertThat(payer.isInvoiced(visit)).isFalse();
    }

    @Test
    void visitsOfAnotherServiceAreInvoiced() {
        var plan = payer.in(() -> plans.create(
                new NewPlan("Group", practice.group(), TestMoney.DOLLARS, 9_000L, IntervalUnit.MONTH, 1, 4, 0)));
        var id = subscribe(plan);

        assertThat(payer.isInvoiced(completed(0))).isTrue();
        assertThat(used(id)).isZero();
    }

    @Test
    void aPlanThatRestsIncludesNothing() {
        var id = subscribe(plan("Two", 2));
        payer.in(() -> subscriptions.pause(id));

        assertThat(payer.isInvoiced(completed(0))).isTrue();
        payer.in(() -> subscriptions.resume(id));
        assertThat(payer.isInvoiced(completed(1))).isFalse();
    }

    @Test
    void anotherPlanWithinThePeriodGoesOnCounting() {
        var id = subscribe(plan("Two", 2));
        completed(0);
        time.moveToNoon("2027-03-10");
        payer.in(() -> subscriptions.changePlan(id, plan("Three", 3)));

        assertThat(used(id)).isEqualTo(1);
        completed(1);
        completed(2);
        assertThat(payer.isInvoiced(completed(3))).isTrue();
        assertThat(used(id)).isEqualTo(3);
    }

    @Test
    void aPlanBegunAheadIncludesAndChargesNothingBeforeItsFirstDay() {
        var plan = plan("Two", 2);
        var id = payer.in(() ->
                subscriptions.subscribe(new NewSubscription(patient, plan, LocalDate.parse("2027-03-08"), true, true)));

        assertThat(payer.isInvoiced(completed(0))).isTrue();
        assertThat(invoicesOf(Kind.PLAN)).isZero();
        time.moveToNoon("2027-03-08");
        renew(id);
        assertThat(invoicesOf(Kind.PLAN)).isEqualTo(1);
        assertThat(payer.isInvoiced(completed(1))).isFalse();
        assertThat(payer.in(() -> subscriptions.get(id)).period().end()).isEqualTo("2027-04-08");
    }

    @Test
    void thePlanPaysBeforeAPackageAndNoVisitIsPaidTwice() {
        var id = subscribe(plan("One", 1));
        var sold = payer.in(() ->
                packages.sell(new NewPackage(patient, "Sessions", practice.visit(), 5, Money.of(9_000, "USD"), 90)));
        payer.payAll();
        var redeemed = visit(0);
        payer.in(() -> packages.redeem(sold, redeemed));
        payer.complete(redeemed);
        assertThat(used(id)).isZero();

        completed(1);
        completed(2);

        assertThat(used(id)).isEqualTo(1);
        assertThat(payer.in(() -> packages.get(sold)).used()).isEqualTo(2);
    }

    private UUID plan(String name, int sessions) {
        return payer.in(() -> plans.create(
                new NewPlan(name, practice.visit(), TestMoney.DOLLARS, 9_000L, IntervalUnit.MONTH, 1, sessions, 0)));
    }

    private UUID subscribe(UUID plan) {
        return payer.in(() -> subscriptions.subscribe(patient, plan));
    }

    private int used(UUID id) {
        return payer.in(() -> included.used(List.of(id)).get(id));
    }

    private void renew(UUID id) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(SubscriptionVariables.PROCESS_ID)
                .variableValueEquals(SubscriptionVariables.SUBSCRIPTION_ID.name(), id.toString())
                .list()
                .forEach(instance -> jobs.runDue(instance.getId()));
    }

    private UUID visit(int number) {
        return payer.visit(time.today()
                .atTime(6, 0)
                .plusHours(number)
                .atZone(TestClinics.ZONE)
                .toInstant());
    }

    private UUID completed(int number) {
        var visit = visit(number);
        payer.complete(visit);
        return visit;
    }

    private long invoicesOf(Kind kind) {
        return payer.invoices().stream()
                .filter(invoice -> invoice.source().kind() == kind)
                .count();
    }
}
