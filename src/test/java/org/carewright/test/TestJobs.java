package org.carewright.test;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Plays the job executor, one job after the other, so that a test knows when all is done. */
@Component
public class TestJobs {

    private static final int MOST = 50;

    private final ManagementService management;

    TestJobs(ManagementService management) {
        this.management = management;
    }

    /** The instance's jobs that are due now. */
    public List<Job> due(String processInstanceId) {
        return management
                .createJobQuery()
                .processInstanceId(processInstanceId)
                .executable()
                .list();
    }

    /** Runs the instance's due jobs, and those they lead to, until none is left. A job that fails makes this fail. */
    public void runDue(String processInstanceId) {
        for (var ran = 0; ran < MOST; ran++) {
            var jobs = due(processInstanceId);
            if (jobs.isEmpty()) {
                return;
            }
            management.executeJob(jobs.get(0).getId());
        }
        throw new AssertionError("Jobs of " + processInstanceId + " never end");
    }

    /** The instance's due jobs have failed once too often: each becomes an incident. */
    public void giveUpDue(String processInstanceId) {
        due(processInstanceId).forEach(job -> management.setJobRetries(job.getId(), 0));
    }
}
