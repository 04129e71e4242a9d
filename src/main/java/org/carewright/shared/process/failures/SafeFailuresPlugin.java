package org.carewright.shared.process.failures;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets no message that may quote personal data into job, incident, history or log. */
@Component
@Order(Ordering.DEFAULT_ORDER + 40)
class SafeFailuresPlugin extends AbstractCamundaConfiguration {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(SafeRetry::new);
        engine.setHistoryEventProducer(new SafeHistory());
        // Whoever called the command gets the exception and decides what of it is logged.
        engine.setEnableCmdExceptionLogging(false);
        // The engine's worker would log the failure as it is; SafeRetry has logged it already.
        ExecuteJobHelper.LOGGING_HANDLER = (jobId, failure) -> {};
    }
}
