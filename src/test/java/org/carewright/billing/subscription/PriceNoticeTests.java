package org.carewright.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.billing.plan.IntervalUnit;
import org.carewright.billing.plan.NewPlan;
import org.carewright.billing.plan.Plans;
import org.carewright.messaging.MessageLog;
import org.carewright.test.CarewrightTest;
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
import org.springframework.jdbc.core.JdbcTemplate;

/** A new price reaches everybody who has the plan, however many (BIL-5). */
@CarewrightTest
class PriceNoticeTests {

    @RegisterExtension
    final TestTime time = new TestTime();

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestRuns runs;

    @Autowired
    TestJobs jobs;

    @Autowired
    Plans plans;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    PriceNotices notices;

    @Autowired
    MessageLog messages;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcTemplate jdbc;

    private Practice practice;
    private UUID plan;
    private final List<UUID> subscribed = new ArrayList<>();

    @BeforeEach
    void sell() {
        time.moveTo("2027-01-31T17:00:00Z");
        practice = visits.open();
        plan = in(() ->
                plans.create(new NewPlan("Monthly", null, TestMoney.DOLLARS, 2_000L, IntervalUnit.MONTH, 1, 4, 0)));
        subscribed.clear();
        for (var people = 0; people < 3; people++) {
            var patient = runs.reachablePatient(practice);
            subscribed.add(in(() -> subscriptions.subscribe(patient, plan)));
        }
    }

    @Test
    void thoseWhoAnnounceItTellNobodyThemselves() {
        announce();

        assertThat(told()).isZero();
        assertThat(subscribed).allMatch(id -> sent(id).isEmpty());
    }

    @Test
    void everybodyIsToldOnce() {
        announce();
        tellAll();
        subscribed.forEach(this::runPeriod);

        assertThat(subscribed).allMatch(id -> sent(id).equals(List.of("plan-price-changed")));
        assertThat(in(() -> notices.tellNext(plan, null))).isNull();
        subscribed.forEach(this::runPeriod);
        assertThat(subscribed).allMatch(id -> sent(id).size() == 1);
    }

    @Test
    void manyPeopleAreToldInSeveralTransactions() {
        resting(2 * PriceNotices.BATCH);
        announce();
        var instance = instance();

        var transactions = 0;
        while (!jobs.due(instance).isEmpty()) {
            management.executeJob(jobs.due(instance).get(0).getId());
            transactions++;
        }

        assertThat(transactions).isEqualTo(3);
        assertThat(told()).isEqualTo(3);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }

    @Test
    void aBatchThatIsLostBeforeItsCommitTellsNobodyTwice() {
        announce();
        jobs.runDueTwice(instance());
        subscribed.forEach(this::runPeriod);

        assertThat(told()).isEqualTo(3);
        assertThat(subscribed).allMatch(id -> sent(id).size() == 1);
    }

    @Test
    void peopleWhoHaveThePlanAreCountedWhetherItRestsOrNot() {
        in(() -> {
            subscriptions.pause(subscribed.get(0));
            subscriptions.cancelNow(subscribed.get(1));
            return null;
        });

        assertThat(in(subscriptions::peopleByPlan)).containsEntry(plan, 2);
    }

    /** People whose plan has no period that could be told, as many as that. */
    private void resting(int people) {
        var patient = runs.reachablePatient(practice);
        in(() -> jdbc.update(
                "insert into billing.subscription (clinic_id, id, patient_id, plan_id, status, price_told, created_at)"
                        + " select ?, gen_random_uuid(), ?, ?, 'suspended', 1, now() from generate_series(1, ?)",
                practice.clinic().id(),
                patient,
                plan,
                people));
        in(() -> jdbc.update(
                "update billing.subscription s set period_id = (select period_id from billing.subscription"
                        + " where id = ?) where s.period_id is null",
                subscribed.get(0)));
        in(() -> jdbc.update(
                "update billing.subscription set process_instance_id = 'none' where process_instance_id is null"));
    }

    private void announce() {
        in(() -> plans.changePrice(plan, 2_500L, 30));
    }

    private void tellAll() {
        jobs.runDue(instance());
    }

    private String instance() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PriceNoticeVariables.PROCESS_ID)
                .processInstanceBusinessKey(plan.toString())
                .singleResult()
                .getId();
    }

    private void runPeriod(UUID id) {
        jobs.runDue(in(() -> jdbc.queryForObject(
                "select process_instance_id from billing.subscription where id = ?", String.class, id)));
    }

    private long told() {
        return in(() -> jdbc.queryForObject(
                "select count(*) from billing.subscription where plan_id = ? and price_told = 2", Long.class, plan));
    }

    private List<String> sent(UUID id) {
        return in(() -> messages.of("subscription", id)).stream()
                .map(message -> message.template())
                .toList();
    }

    private <T> T in(Supplier<T> work) {
        return scheduling.in(practice.clinic(), work);
    }
}
