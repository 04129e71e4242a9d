package org.carewright.shared.process.failures;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine's handling of a failed job, with a safe failure kept at the job and in the log. */
class SafeRetry extends DefaultJobRetryCmd {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(SafeRetry.class);

    SafeRetry(String jobId, Throwable failure) {
        super(jobId, SafeFailure.of(failure));
    }

    @Override
    public Object execute(CommandContext context) {
        var result = super.execute(context);
        var job = getJob();
        if (job != null && exception != null) {
            LOG.warn(
                    "Job {} of {} at {} failed, {} tries left",
                    jobId,
                    job.getProcessDefinitionKey(),
                    job.getActivityId(),
                    job.getRetries(),
                    exception);
        }
        return result;
    }
}
