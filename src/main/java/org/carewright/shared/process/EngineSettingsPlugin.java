package org.carewright.shared.process;

import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the engine behaves, once and for good; figures an operator may change are in {@code application.yaml}. */
@Component
@Order(Ordering.DEFAULT_ORDER + 10)
class EngineSettingsPlugin extends AbstractCamundaConfiguration {

    /** Retries of a job whose activity names no cycle of its own: about five and a half hours, then an incident. */
    static final String DEFAULT_RETRY_CYCLE = "PT1M,PT5M,PT15M,PT1H,PT4H";

    /** Engine history is for Cockpit and figures; the legal trail is the audit log, kept for years (design §4, §12). */
    static final String HISTORY_TIME_TO_LIVE = "P90D";

    private static final int LARGEST_QUERY = 2000;

    private final ClinicScope clinic;

    private final Decisions decisions;

    EngineSettingsPlugin(ClinicScope clinic, Decisions decisions) {
        this.clinic = clinic;
        this.decisions = decisions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setHistoryTimeToLive(HISTORY_TIME_TO_LIVE);
        engine.setHistoryCleanupStrategy("removalTimeBased");
        engine.setHistoryRemovalTimeStrategy("end");
        engine.setHistoryCleanupBatchWindowStartTime("02:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setBatchOperationHistoryTimeToLive(HISTORY_TIME_TO_LIVE);
        engine.setHistoryCleanupJobLogTimeToLive("P30D");
        engine.setTaskMetricsTimeToLive("P540D");
        engine.setFailedJobRetryTimeCycle(DEFAULT_RETRY_CYCLE);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnforceSpecificVariablePermission(true);
        engine.setDefaultUserPermissionForTask(Permissions.TASK_WORK);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setTenantIdProvider(new ClinicTenantProvider(clinic));
        engine.setDelegateInterceptor(new ClinicDelegateInterceptor(clinic));
        engine.setDmnEngineConfiguration(tellingDecisions());
        engine.setQueryMaxResultsLimit(LARGEST_QUERY);
        engine.setManagementService(new PromptRetries(engine));
    }

    private DefaultDmnEngineConfiguration tellingDecisions() {
        var dmn = new DefaultDmnEngineConfiguration();
        dmn.setCustomPostDecisionTableEvaluationListeners(List.of(decisions));
        return dmn;
    }
}
