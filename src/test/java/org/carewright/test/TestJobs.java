package org.carewright.test;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Plays the job executor, one job after the other, so that a test knows when all is done. */
@Component
public class TestJobs {

    private static final int MOST = 50;

    private final ManagementService management;
    private final TransactionTemplate transaction;

    TestJobs(ManagementService management, PlatformTransactionManager transactions) {
        this.management = management;
        this.transaction = new TransactionTemplate(transactions);
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

    /**
     * Like {@link #runDue}, but every job is lost right before its commit once, as when the node is killed there, and then
     * runs again.
     */
    public void runDueTwice(String processInstanceId) {
        for (var due = due(processInstanceId); !due.isEmpty(); due = due(processInstanceId)) {
            var job = due.get(0).getId();
            transaction.executeWithoutResult(status -> {
                management.executeJob(job);
                status.setRollbackOnly();
            });
            management.executeJob(job);
        }
    }

    /** The instance's due jobs have failed once too often: each becomes an incident. */
    public void giveUpDue(String processInstanceId) {
        due(processInstanceId).forEach(job -> management.setJobRetries(job.getId(), 0));
    }
}
