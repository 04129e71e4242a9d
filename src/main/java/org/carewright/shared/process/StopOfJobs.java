package org.carewright.shared.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Ends the work on jobs before anything they need goes: no more are taken, those taken are finished while web server
 * and database are still there. Without it, jobs on hand would fail for a reason of our own and stay locked.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StopOfJobs implements ApplicationListener<ContextClosedEvent> {

    /** A job's longest remote call is cut off after 15 s (OPS-5); what isn't done then runs again elsewhere or later. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Logger log = LoggerFactory.getLogger(StopOfJobs.class);

    private final ApplicationContext context;
    private final ObjectProvider<JobExecutor> jobs;
    private final ObjectProvider<TaskExecutor> threads;

    StopOfJobs(
            ApplicationContext context,
            ObjectProvider<JobExecutor> jobs,
            @Qualifier("camundaTaskExecutor") ObjectProvider<TaskExecutor> threads) {
        this.context = context;
        this.jobs = jobs;
        this.threads = threads;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        // The management port has a context of its own, whose events come here too.
        if (event.getApplicationContext() != context) {
            return;
        }
        jobs.ifAvailable(JobExecutor::shutdown);
        if (threads.getIfAvailable() instanceof ThreadPoolTaskExecutor pool) {
            finish(pool);
        }
    }

    private static void finish(ThreadPoolTaskExecutor pool) {
        var executor = pool.getThreadPoolExecutor();
        executor.shutdown();
        try {
            if (!executor.awaitTermination(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("{} jobs were not finished in time and will run again", executor.getActiveCount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
