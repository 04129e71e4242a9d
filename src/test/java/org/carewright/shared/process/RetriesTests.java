package org.carewright.shared.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestJobs;
import org.carewright.test.TestModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What giving a job tries again, as Cockpit's button does, means for when it runs. */
@CarewrightTest
class RetriesTests {

    @Autowired
    TestModels models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestClinics clinics;

    @Autowired
    ClinicScope scope;

    private TestModels.Deployed model;

    @AfterEach
    void remove() {
        model.close();
    }

    @Test
    void aFailedJobThatIsGivenTriesRunsAtOnce() {
        var job = failedJob();
        assertThat(jobs.due(job.getProcessInstanceId()))
                .as("waits for its next try")
                .isEmpty();
        management.setJobRetries(job.getId(), 0);

        management.setJobRetries(job.getId(), 2);

        assertThat(jobs.due(job.getProcessInstanceId())).hasSize(1);
    }

    @Test
    void aFailedJobWithoutTriesLeftIsNotMadeDue() {
        var job = failedJob();

        management.setJobRetries(job.getId(), 0);

        assertThat(find(job).getDuedate()).isEqualTo(job.getDuedate());
    }

    @Test
    void aTimerThatNeverFailedKeepsItsDate() {
        model = models.deploy(TestModels.process()
                .startEvent()
                .intermediateCatchEvent("Event_Later")
                .timerWithDuration("P3D")
                .endEvent()
                .done());
        var timer = start();
        management.setJobRetries(timer.getId(), 0);

        management.setJobRetries(timer.getId(), 3);

        assertThat(find(timer).getDuedate()).isEqualTo(timer.getDuedate());
    }

    @Test
    void aDateThatIsAskedForIsKept() {
        var job = failedJob();
        var asked = new Date(job.getDuedate().getTime() + Duration.ofDays(1).toMillis());

        management.setJobRetries(3).jobId(job.getId()).dueDate(asked).execute();

        assertThat(find(job).getDuedate()).isEqualTo(asked);
    }

    private Job failedJob() {
        model = models.deploy(TestModels.process()
                .startEvent()
                .serviceTask("Task_Fail")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${tellSecretDelegate}")
                .camundaFailedJobRetryTimeCycle("PT1H,PT1H,PT1H")
                .endEvent()
                .done());
        var job = start();
        assertThat(catchThrowable(() -> management.executeJob(job.getId()))).isNotNull();
        return find(job);
    }

    private Job start() {
        return scope.call(
                clinics.open().id(),
                () -> job(runtime.startProcessInstanceByKey(model.processId()).getId()));
    }

    private Job job(String instance) {
        return management.createJobQuery().processInstanceId(instance).singleResult();
    }

    private Job find(Job job) {
        return management.createJobQuery().jobId(job.getId()).singleResult();
    }
}
