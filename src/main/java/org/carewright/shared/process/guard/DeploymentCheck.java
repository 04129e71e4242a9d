package org.carewright.shared.process.guard;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;

/** Asks every gate before the engine's own deployers run; old deployments that are only read again pass. */
class DeploymentCheck implements Deployer {

    private final ObjectProvider<DeploymentGate> gates;

    DeploymentCheck(ObjectProvider<DeploymentGate> gates) {
        this.gates = gates;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, byte[]> resources = new TreeMap<>();
        deployment.getResources().forEach((name, resource) -> resources.put(name, resource.getBytes()));
        var problems = gates.orderedStream()
                .filter(gate -> gate.watches(deployment.getTenantId()))
                .flatMap(gate -> gate.problems(resources).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new DeploymentRefusedException(problems);
        }
    }
}
