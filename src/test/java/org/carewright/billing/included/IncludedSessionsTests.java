package org.carewright.billing.included;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.billing.invoice.InvoiceSource;
import org.carewright.billing.invoice.InvoiceSource.Kind;
import org.carewright.billing.invoice.Invoices;
import org.carewright.billing.packages.NewPackage;
import org.carewright.billing.packages.Packages;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.plan.NewPlan;
import org.carewright.billing.plan.Plans;
import org.carewright.billing.subscription.NewSubscription;
import org.carewright.billing.subscription.SubscriptionVariables;
import org.carewright.billing.subscription.Subscriptions;
import org.carewright.scheduling.AppointmentCompleted;
import org.carewright.shared.money.Money;
import org.carewright.shared.problem.ProblemException;
import org.carewright.test.CarewrightTest;
import org.carewright.test.Simultaneously;
import org.carewright.test.TestJobs;
import org.carewright.test.TestMoney;
import org.carewright.test.TestRuns;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestTime;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** A visit that a plan includes isn't invoiced again (BIL-5). */
@CarewrightTest
class IncludedSessionsTests {

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
    TestJobs jobs;

    @Autowired
    TestRuns runs;

    @Autowired
    Plans plans;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    IncludedSessions included;

    @Autowired
    Packages packages;

    @Autowired
    Invoices invoices;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ApplicationEventPublisher events;

    private Practice practice;
    private UUID patient;
    private LocalDate today;

    @BeforeEach
    void open() {
        moveTo("2027-03-01");
        practice = visits.open(ZONE, null);
        patient = runs.reachablePatient(practice);
    }

    @Test
    void visitsAreInvoicedOnlyWhenTheSessionsOfThePeriodAreUsed() {
        var id = subscribe(plan("Two", 2));

        var first = completed(0);
        var second = completed(1);
        var third = completed(2);

        assertThat(isInvoiced(first) || isInvoiced(second)).isFalse();
        assertThat(isInvoiced(third)).isTrue();
        assertThat(used(id)).isEqualTo(2);
        assertThat(scheduling.in(practice.clinic(), () -> included.visits(id)))
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
            complete(visit);
            return visit;
        });

        assertThat(ended.stream().filter(visit -> !isInvoiced(visit))).hasSize(3);
    }

    @Test
    void theNextPeriodHasAllItsSessionsAgain() {
        var id = subscribe(plan("One", 1));
        completed(0);
        payAll();

        moveTo("2027-04-01");
        renew(id);

        assertThat(used(id)).isZero();
        assertThat(isInvoiced(completed(1))).isFalse();
        assertThat(isInvoiced(completed(2))).isTrue();
    }

    @Test
    void aVisitCountsOnceHoweverOftenItsEndIsTold() {
        var id = subscribe(plan("Two", 2));
        var visit = completed(0);
        complete(visit);

        assertThat(used(id)).isEqualTo(1);
        assertThat(isInvoiced(visit)).isFalse();
    }

    @Test
    void visitsOfAnotherServiceAreInvoiced() {
        var plan = scheduling.in(
                practice.clinic(),
                () -> plans.create(new NewPlan(
                        "Group", practice.group(), TestMoney.DOLLARS, 9_000L, IntervalUnit.MONTH, 1, 4, 0)));
        var id = subscribe(plan);

        assertThat(isInvoiced(completed(0))).isTrue();
        assertThat(used(id)).isZero();
    }

    @Test
    void aPlanThatRestsIncludesNothing() {
        var id = subscribe(plan("Two", 2));
        in(() -> subscriptions.pause(id));

        assertThat(isInvoiced(completed(0))).isTrue();
        in(() -> subscriptions.resume(id));
        assertThat(isInvoiced(completed(1))).isFalse();
    }

    @Test
    void anotherPlanWithinThePeriodGoesOnCounting() {
        var id = subscribe(plan("Two", 2));
        completed(0);
        moveTo("2027-03-10");
        in(() -> subscriptions.changePlan(id, plan("Three", 3)));

        assertThat(used(id)).isEqualTo(1);
        completed(1);
        completed(2);
        assertThat(isInvoiced(completed(3))).isTrue();
        assertThat(used(id)).isEqualTo(3);
    }

    @Test
    void aPlanBegunAheadIncludesAndChargesNothingBeforeItsFirstDay() {
        var plan = plan("Two", 2);
        var id = scheduling.in(
                practice.clinic(),
                () -> subscriptions.subscribe(
                        new NewSubscription(patient, plan, LocalDate.parse("2027-03-08"), true, true)));

        assertThat(isInvoiced(completed(0))).isTrue();
        assertThat(invoicesOf(Kind.PLAN)).isZero();
        moveTo("2027-03-08");
        renew(id);
        assertThat(invoicesOf(Kind.PLAN)).isEqualTo(1);
        assertThat(isInvoiced(completed(1))).isFalse();
        assertThat(scheduling
                        .in(practice.clinic(), () -> subscriptions.get(id))
                        .period()
                        .end())
                .isEqualTo("2027-04-08");
    }

    @Test
    void thePlanPaysBeforeAPackageAndNoVisitIsPaidTwice() {
        var id = subscribe(plan("One", 1));
        var sold = scheduling.in(
                practice.clinic(),
                () -> packages.sell(
                        new NewPackage(patient, "Sessions", practice.visit(), 5, Money.of(9_000, "USD"), 90)));
        payAll();
        var redeemed = visit(0);
        in(() -> packages.redeem(sold, redeemed));
        complete(redeemed);
        assertThat(used(id)).isZero();

        completed(1);
        completed(2);

        assertThat(used(id)).isEqualTo(1);
        assertThat(scheduling.in(practice.clinic(), () -> packages.get(sold)).used())
                .isEqualTo(2);
    }

    private UUID plan(String name, int sessions) {
        return scheduling.in(
                practice.clinic(),
                () -> plans.create(new NewPlan(
                        name, practice.visit(), TestMoney.DOLLARS, 9_000L, IntervalUnit.MONTH, 1, sessions, 0)));
    }

    private UUID subscribe(UUID plan) {
        return scheduling.in(practice.clinic(), () -> subscriptions.subscribe(patient, plan));
    }

    private int used(UUID id) {
        return scheduling.in(practice.clinic(), () -> included.used(List.of(id)).get(id));
    }

    private void renew(UUID id) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(SubscriptionVariables.PROCESS_ID)
                .variableValueEquals(SubscriptionVariables.SUBSCRIPTION_ID.name(), id.toString())
                .list()
                .forEach(instance -> jobs.runDue(instance.getId()));
    }

    private void payAll() {
        scheduling.in(practice.clinic(), () -> invoices.ofPatient(patient, null, 100)).stream()
                .filter(invoice -> invoice.outstandingMinor() > 0)
                .forEach(invoice -> money.cash(practice.clinic(), invoice.id(), invoice.outstandingMinor()));
    }

    private UUID visit(int number) {
        return scheduling.appointment(
                practice.clinic(),
                patient,
                practice.visit(),
                practice.practitioner(),
                today.atTime(6, 0).plusHours(number).atZone(ZONE).toInstant());
    }

    private UUID completed(int number) {
        var visit = visit(number);
        complete(visit);
        return visit;
    }

    private void complete(UUID visit) {
        var at = today.atTime(12, 0).atZone(ZONE).toInstant();
        in(() -> events.publishEvent(new AppointmentCompleted(
                practice.clinic().id(),
                visit,
                patient,
                practice.visit(),
                practice.practitioner(),
                Money.of(8_000, "USD"),
                "as_planned",
                at,
                at)));
    }

    private boolean isInvoiced(UUID visit) {
        return scheduling
                .in(practice.clinic(), () -> invoices.of(new InvoiceSource(Kind.APPOINTMENT, visit)))
                .isPresent();
    }

    private long invoicesOf(Kind kind) {
        return scheduling.in(practice.clinic(), () -> invoices.ofPatient(patient, null, 100)).stream()
                .filter(invoice -> invoice.source().kind() == kind)
                .count();
    }

    /** Noon in the clinic's zone. */
    private void moveTo(String day) {
        today = LocalDate.parse(day);
        time.moveTo(today.atTime(12, 0).atZone(ZONE).toInstant());
    }

    private void in(Runnable work) {
        scheduling.in(practice.clinic(), () -> {
            work.run();
            return null;
        });
    }
}
