package org.carewright.shared.process.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.Canary;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@CarewrightTest
@ExtendWith(OutputCaptureExtension.class)
class SafeFailureTests {

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

    @Autowired
    Canary canary;

    @Test
    void keepsNoMessageOfAFailedJobAnywhere(CapturedOutput output) {
        var secret = "canary" + UUID.randomUUID();
        var model = TestModels.process()
                .startEvent()
                .serviceTask("Task_TellSecret")
                .camundaDelegateExpression("${tellSecretDelegate}")
                .camundaAsyncBefore()
                .camundaFailedJobRetryTimeCycle("R1/PT1M")
                .endEvent()
                .done();
        try (var deployed = models.deploy(model)) {
            var id = scope.call(clinics.open().id(), () -> runtime.startProcessInstanceByKey(
                            deployed.processId(), new HashMap<>(Map.of("secret", secret)))
                    .getId());
            var job = management.createJobQuery().processInstanceId(id).singleResult();

            assertThatThrownBy(() -> management.executeJob(job.getId())).hasMessageContaining(secret);

            var incident = runtime.createIncidentQuery().processInstanceId(id).singleResult();
            assertThat(incident.getIncidentMessage())
                    .isEqualTo("java.lang.IllegalStateException < java.lang.IllegalArgumentException");
            assertThat(management.getJobExceptionStacktrace(job.getId())).contains("TestDelegates");
            assertThat(canary.findInEngine(secret)).isEmpty();
            assertThat(output).contains("at Task_TellSecret failed").doesNotContain(secret);
        }
    }

    @Test
    void keepsMessagesThatAreMadeToBeTold() {
        assertThat(SafeFailure.of(new Told("provider answered 503"))).hasMessageContaining("provider answered 503");
    }

    @Test
    void keepsTheKindAndPlaceOfEveryCause() {
        var failure = new IllegalStateException("secret", new UnsupportedOperationException("secret"));

        var safe = SafeFailure.of(failure);

        assertThat(safe.getStackTrace()).isEqualTo(failure.getStackTrace());
        assertThat(safe).hasStackTraceContaining("UnsupportedOperationException");
        assertThat(safe.getMessage()).doesNotContain("secret");
    }

    @Test
    void leavesOptimisticLockingWhatItIs() {
        var conflict = new OptimisticLockingException("changed meanwhile");

        assertThat(SafeFailure.of(conflict)).isSameAs(conflict);
    }

    private static final class Told extends RuntimeException implements TellableFailure {

        private static final long serialVersionUID = 1L;

        private Told(String message) {
            super(message);
        }
    }
}
