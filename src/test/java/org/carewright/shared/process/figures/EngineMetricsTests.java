package org.carewright.shared.process.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.web.client.RestClient;

@CarewrightTest
class EngineMetricsTests {

    /** Twice the ten seconds of figures, which may be counted at a time that the clock was put back from. */
    private static final long LONGER_THAN_CACHED = 21_000;

    @Autowired
    TestModels models;

    @Autowired
    TestClinics clinics;

    @Autowired
    ClinicScope scope;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @LocalManagementPort
    int port;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void tellsInstancesAndTheirOpenTasksByModel() {
        try (var deployed = models.deploy(TestModels.process()
                .startEvent()
                .userTask("Task_Wait")
                .endEvent()
                .done())) {
            start(deployed.processId());
            start(deployed.processId());

            var metrics = metricsAfter(LONGER_THAN_CACHED);

            assertThat(metrics)
                    .contains("carewright_engine_instances{process=\"%s\"} 2.0".formatted(deployed.processId()))
                    .contains("carewright_engine_incidents{process=\"%s\"} 0.0".formatted(deployed.processId()))
                    .contains("carewright_engine_tasks_open{activity=\"Task_Wait\",process=\"%s\"} 2.0"
                            .formatted(deployed.processId()));
            assertThat(value(
                            metrics,
                            "carewright_engine_tasks_oldest_seconds{activity=\"Task_Wait\",process=\"%s\"}"
                                    .formatted(deployed.processId())))
                    .isBetween(20.0, 120.0);
        }
    }

    @Test
    void tellsJobsThatAreDueAndJobsThatFailed() {
        try (var deployed = models.deploy(TestModels.process()
                .startEvent()
                .serviceTask()
                .camundaDelegateExpression("${tellSecretDelegate}")
                .camundaAsyncBefore()
                .endEvent()
                .done())) {
            var before = metricsAfter(LONGER_THAN_CACHED);
            var othersBefore = dueOfOthers(deployed.processId());
            var id = start(deployed.processId());
            var due = metricsAfter(LONGER_THAN_CACHED);
            var others = dueOfOthers(deployed.processId()) - othersBefore;
            var job = management
                    .createJobQuery()
                    .processInstanceId(id)
                    .singleResult()
                    .getId();
            management.setJobRetries(job, 1);
            assertThat(catchThrowable(() -> management.executeJob(job))).isNotNull();
            management.setJobRetries(job, 0);
            var failed = metricsAfter(LONGER_THAN_CACHED);

            assertThat(value(due, "carewright_engine_jobs_due") - value(before, "carewright_engine_jobs_due"))
                    .isEqualTo(1 + others);
            assertThat(value(failed, "carewright_engine_jobs_failed") - value(due, "carewright_engine_jobs_failed"))
                    .isEqualTo(1);
            assertThat(value(failed, "carewright_engine_incidents{process=\"%s\"}".formatted(deployed.processId())))
                    .isEqualTo(1);
        }
    }

    @Test
    void tellsHealthWithoutDetails() {
        assertThat(get("/actuator/health")).contains("\"status\":\"UP\"").doesNotContain("database", "PostgreSQL");
    }

    private String start(String processId) {
        return scope.call(clinics.open().id(), () -> runtime.startProcessInstanceByKey(processId, Map.of())
                .getId());
    }

    /** Timers that other tests left become due as time passes. */
    private long dueOfOthers(String processId) {
        var all = management.createJobQuery().active().executable();
        var own = management.createJobQuery().active().executable().processDefinitionKey(processId);
        return all.count() - own.count();
    }

    /**
     * Reads twice, because a model's gauges appear with the reading after the one that first meets it. The clock then
     * stands still.
     */
    private String metricsAfter(long millis) {
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + millis));
        get("/actuator/prometheus");
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + millis));
        return get("/actuator/prometheus");
    }

    private String get(String path) {
        return RestClient.create("http://localhost:" + port)
                .get()
                .uri(path)
                .retrieve()
                .body(String.class);
    }

    private static double value(String metrics, String series) {
        return metrics.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series));
    }
}
