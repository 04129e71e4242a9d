package org.carewright.shared.process.guard;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the guards in place before the engine reads its first model. */
@Component
@Order(Ordering.DEFAULT_ORDER + 20)
class GuardPlugin extends AbstractCamundaConfiguration {

    private final ListableBeanFactory beans;
    private final ObjectProvider<DeploymentGate> gates;

    GuardPlugin(ListableBeanFactory beans, ObjectProvider<DeploymentGate> gates) {
        this.beans = beans;
        this.gates = gates;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new ModelExpressions(beans));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setArtifactFactory(new NoClassBindings());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setCustomPreDeployers(List.of(new DeploymentCheck(gates)));
    }
}
