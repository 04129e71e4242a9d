package org.carewright.shared.process.submission;

import java.util.ArrayList;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the checking services in the place of the engine's own, so that its REST and web apps use them as well. */
@Component
@Order(Ordering.DEFAULT_ORDER + 30)
class SubmissionPlugin extends AbstractCamundaConfiguration {

    private final SubmissionCheck check;
    private final ClinicScope scope;
    private final StartPermit permit = new StartPermit();

    SubmissionPlugin(RefusalText texts, ClinicScope scope) {
        this.scope = scope;
        this.check = new SubmissionCheck(texts);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var forms = new CheckedFormService(check, permit, scope);
        engine.setFormService(forms);
        engine.setTaskService(new CheckedTaskService(check, forms, scope));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        var checkers = new ArrayList<>(engine.getCommandCheckers());
        checkers.add(0, permit.checker());
        engine.setCommandCheckers(checkers);
    }
}
