package org.carewright.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.carewright.bench.ServerWork.Seconds;
import org.carewright.billing.process.InvoiceRuns;
import org.carewright.billing.process.InvoiceVariables;
import org.carewright.shared.process.ProcessVariable;
import org.carewright.test.TestMoney;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestVisits.Practice;

/**
 * Invoices from draft to receipt, jobs included, against what an engine alone needs for the same way through the same
 * model. Both in one run and in turns.
 */
final class InvoiceBench {

    private static final long AMOUNT = 8000;
    private static final double MILLIS = 1000;

    private final ProcessEngine engine;
    private final InvoiceRuns runs;
    private final TestMoney money;
    private final TestScheduling scheduling;
    private final BulkRows rows;
    private final Practice practice;
    private final UUID patient;

    /** @param patient who can be written to */
    InvoiceBench(
            ProcessEngine engine,
            InvoiceRuns runs,
            TestMoney money,
            TestScheduling scheduling,
            BulkRows rows,
            Practice practice,
            UUID patient) {
        this.engine = engine;
        this.runs = runs;
        this.money = money;
        this.scheduling = scheduling;
        this.rows = rows;
        this.practice = practice;
        this.patient = patient;
    }

    void measure(BenchSizes sizes, BenchTable table) {
        try (var bare = new BareEngine(
                rows.createDatabase("bare_engine"),
                tasks(),
                "processes/billing/InvoiceProcess.bpmn",
                "processes/billing/InvoiceReviewDecision.dmn",
                "processes/billing/DunningPolicyDecision.dmn")) {
            checkSameWay(bare.engine());
            Throughput.of(sizes.invoices() * 2, this::close);
            Throughput.of(sizes.invoices() * 2, () -> close(bare.engine()));
            rows.settle();
            measure(bare.engine(), sizes, table);
        }
    }

    private void measure(ProcessEngine bare, BenchSizes sizes, BenchTable table) {
        var ours = new ArrayList<Double>();
        var alone = new ArrayList<Double>();
        var ourWork = new ArrayList<Seconds>();
        var aloneWork = new ArrayList<Seconds>();
        var work = new ServerWork(Throughput.THREAD_NAMES, rows.postmaster());
        for (var round = 0; round < sizes.rounds(); round++) {
            ourWork.add(work.during(() -> ours.add(Throughput.of(sizes.invoices(), this::close))));
            aloneWork.add(work.during(() -> alone.add(Throughput.of(sizes.invoices(), () -> close(bare)))));
        }
        var threads = ", %d threads".formatted(Throughput.THREADS);
        table.figure(
                "invoices closed: drafted, issued, mailed with their paper, paid, receipted" + threads,
                BenchTable.number(median(ours)) + "/s");
        table.figure(
                "bare engine goes the same way through the same model" + threads,
                BenchTable.number(median(alone)) + "/s");
        table.figure("an invoice in bare runs, by the clock", BenchTable.number(median(alone) / median(ours)) + "×");
        if (ServerWork.canBeMeasured()) {
            table.figure("processor time of an invoice", each(ourWork, sizes.invoices()));
            table.figure("processor time of a bare run", each(aloneWork, sizes.invoices()));
        }
    }

    private static String each(List<Seconds> rounds, int pieces) {
        return "%s ms, and %s ms in the database"
                .formatted(
                        BenchTable.number(MILLIS
                                * median(rounds.stream().map(Seconds::threads).toList())
                                / pieces),
                        BenchTable.number(MILLIS
                                * median(rounds.stream().map(Seconds::database).toList())
                                / pieces));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** The whole life of an invoice, as the product goes through it. @return its process */
    private String close() {
        var clinic = practice.clinic();
        var id = money.draft(clinic, patient, AMOUNT);
        var instance = scheduling.in(clinic, () -> {
            runs.begin(id);
            return runs.instanceOf(id);
        });
        runJobs(engine, instance);
        money.cash(clinic, id, AMOUNT);
        runJobs(engine, instance);
        return instance;
    }

    private static String close(ProcessEngine bare) {
        Map<String, Object> variables = new HashMap<>();
        var id = UUID.randomUUID().toString();
        put(variables, InvoiceVariables.INVOICE_ID, id);
        put(variables, InvoiceVariables.STAGE, "draft");
        put(variables, InvoiceVariables.PATIENT_NAME, "Mira Lindqvist");
        put(variables, InvoiceVariables.SUMMARY, "$80.00, due in 14 days");
        var instance = bare.getRuntimeService()
                .startProcessInstanceByKey(InvoiceVariables.PROCESS_ID, id, variables)
                .getId();
        runJobs(bare, instance);
        bare.getRuntimeService()
                .createMessageCorrelation(InvoiceVariables.SETTLED)
                .processInstanceId(instance)
                .correlate();
        runJobs(bare, instance);
        return instance;
    }

    private static void runJobs(ProcessEngine engine, String instance) {
        var management = engine.getManagementService();
        for (var jobs = management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .executable()
                        .list();
                !jobs.isEmpty();
                jobs = management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .executable()
                        .list()) {
            management.executeJob(jobs.get(0).getId());
        }
    }

    /** What the model goes by, and nothing else. */
    private static Map<String, JavaDelegate> tasks() {
        var overAt = Date.from(Instant.now().plus(Duration.ofDays(15)));
        return Map.of(
                "checkInvoiceDelegate",
                execution -> {
                    InvoiceVariables.SOURCE.set(execution, "manual");
                    InvoiceVariables.CURRENCY.set(execution, "USD");
                    InvoiceVariables.AMOUNT.set(execution, AMOUNT / 100);
                    InvoiceVariables.DISCOUNT_PERCENT.set(execution, 0);
                    InvoiceVariables.SUMMARY.set(execution, "$80.00, due in 14 days");
                },
                "issueInvoiceDelegate",
                execution -> {
                    InvoiceVariables.LEFT_TO_PAY.set(execution, true);
                    InvoiceVariables.DUE_DAY_OVER_AT.set(execution, overAt);
                    InvoiceVariables.NEXT_STEP_AT.set(execution, overAt);
                    InvoiceVariables.SUMMARY.set(execution, "$80.00, due in 14 days");
                },
                "closeInvoiceDelegate",
                execution -> InvoiceVariables.END.set(execution, "paid"),
                "sendEmailDelegate",
                execution -> {},
                "sendReceiptsDelegate",
                execution -> {});
    }

    private static <T> void put(Map<String, Object> variables, ProcessVariable<T> variable, T value) {
        variables.put(variable.name(), value);
    }

    /** The comparison is void when the two don't go the same way. */
    private void checkSameWay(ProcessEngine bare) {
        var whole = activities(engine, close());
        var alone = activities(bare, close(bare));
        if (!whole.equals(alone) || !whole.contains("Event_InvoicePaid")) {
            throw new IllegalStateException("Different ways: " + whole + " and " + alone);
        }
    }

    private static List<String> activities(ProcessEngine engine, String instance) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .sorted()
                .toList();
    }
}
