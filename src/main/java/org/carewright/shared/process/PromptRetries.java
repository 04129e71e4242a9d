package org.carewright.shared.process;

import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The engine's management service, where a failed job that is given tries again runs at once. The engine itself leaves
 * the date of the next try as it was, so that whoever presses "retry" in Cockpit would wait for hours. A timer that
 * hasn't failed keeps its date, and so does whoever sets one.
 */
class PromptRetries extends ManagementServiceImpl {

    PromptRetries(ProcessEngineConfigurationImpl engine) {
        super(engine);
    }

    @Override
    public void setJobRetries(String jobId, int retries) {
        if (retries > 0 && hasFailed(jobId)) {
            setJobRetries(retries)
                    .jobId(jobId)
                    .dueDate(ClockUtil.getCurrentTime())
                    .execute();
        } else {
            super.setJobRetries(jobId, retries);
        }
    }

    /** Tells nobody: the command that follows checks who asks. */
    private boolean hasFailed(String jobId) {
        return jobId != null
                && commandExecutor.execute(context -> {
                    var job = context.getJobManager().findJobById(jobId);
                    return job != null && job.getExceptionByteArrayId() != null;
                });
    }
}
