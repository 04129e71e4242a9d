package org.carewright.shared.process;

import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.carewright.shared.tenant.ClinicScope;

/** Instances of the shared models belong to the clinic in whose scope they are started; without a scope none starts. */
class ClinicTenantProvider implements TenantIdProvider {

    private final ClinicScope clinic;

    ClinicTenantProvider(ClinicScope clinic) {
        this.clinic = clinic;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        var caller = context.getSuperExecution();
        if (caller != null) {
            return caller.getTenantId();
        }
        var ofNobody = clinic.current().isEmpty() && startsByItself(context.getProcessDefinition());
        return ofNobody ? null : clinic.required().toString();
    }

    /** Started by a timer, without anyone: the platform's own work, which enters clinics' scopes itself. */
    private static boolean startsByItself(ProcessDefinition definition) {
        return definition instanceof ProcessDefinitionEntity model
                && model.getInitial() != null
                && ActivityTypes.START_EVENT_TIMER.equals(model.getInitial().getProperty("type"));
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return clinic.required().toString();
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        var caller = context.getExecution();
        return caller != null ? caller.getTenantId() : clinic.required().toString();
    }
}
