package org.carewright.shared.process.pace;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** Has the job executor's threads keep the {@link Pace}. */
@Component
class PacedJobs implements BeanPostProcessor {

    private static final String JOB_THREADS = "camundaTaskExecutor";

    private final ObjectProvider<Pace> pace;

    PacedJobs(ObjectProvider<Pace> pace) {
        this.pace = pace;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (name.equals(JOB_THREADS) && bean instanceof ThreadPoolTaskExecutor threads) {
            threads.setTaskDecorator(job -> () -> pace.getObject().run(job));
        }
        return bean;
    }
}
