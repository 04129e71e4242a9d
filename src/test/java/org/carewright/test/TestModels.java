package org.carewright.test;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deploys models that a test makes for itself; each goes, with its instances and history, when the test closes it. */
@Component
public class TestModels {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ProcessEngine engine;
    private final JdbcClient jdbc;

    TestModels(ProcessEngine engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /** The start of an executable process with an id of its own. */
    public static ProcessBuilder process() {
        return Bpmn.createExecutableProcess("TestProcess" + NUMBER.incrementAndGet())
                .name("Test process")
                .camundaHistoryTimeToLiveString("P1D");
    }

    /** The engine itself, for what its services don't offer. */
    public ProcessEngine engine() {
        return engine;
    }

    /** Deploys a model past all gates that are in place. */
    public Deployed deploy(BpmnModelInstance model) {
        return deploy(Bpmn.convertToString(model));
    }

    /** Deploys a model's text past all gates that are in place. */
    public Deployed deploy(String bpmn) {
        var processId = bpmn.replaceAll("(?s).*?<(?:\\w+:)?process\\b[^>]*?\\bid=\"([^\"]+)\".*", "$1");
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .name(processId)
                .addString(processId + ".bpmn", bpmn)
                .deploy();
        return new Deployed(processId, deployment.getId());
    }

    /** A model as it would be if it had been deployed before there were gates. */
    public Deployed deployedLongAgo(BpmnModelInstance harmless, String instead) {
        var deployed = deploy(harmless);
        jdbc.sql("update engine.act_ge_bytearray set bytes_ = :bytes where deployment_id_ = :deployment")
                .param("bytes", instead.getBytes(StandardCharsets.UTF_8))
                .param("deployment", deployed.deploymentId())
                .update();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDeploymentCache()
                .discardProcessDefinitionCache();
        return deployed;
    }

    /** A deployed test model. */
    public final class Deployed implements AutoCloseable {

        private final String processId;
        private final String deploymentId;

        private Deployed(String processId, String deploymentId) {
            this.processId = processId;
            this.deploymentId = deploymentId;
        }

        public String processId() {
            return processId;
        }

        public String deploymentId() {
            return deploymentId;
        }

        @Override
        public void close() {
            engine.getRepositoryService().deleteDeployment(deploymentId, true, true, true);
        }
    }
}
