package org.carewright.shared.process.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.carewright.test.CarewrightTest;
import org.carewright.test.ProjectModels;
import org.carewright.test.TestModels;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CarewrightTest
class ModelCheckGateTests {

    @Autowired
    ModelCheckGate gate;

    @Autowired
    RepositoryService repository;

    @Test
    void acceptsTheProductsOwnModelsFromAClinic() {
        assertThat(gate.problems(ProjectModels.resources())).isEmpty();
    }

    @Test
    void refusesAClinicsModelThatTheCheckFaults() {
        var model = TestModels.process()
                .startEvent("Event_Started")
                .endEvent("Event_Ended")
                .done();
        var deployment = repository
                .createDeployment()
                .tenantId(UUID.randomUUID().toString())
                .addString("SomeProcess.bpmn", Bpmn.convertToString(model));

        assertThatThrownBy(deployment::deploy)
                .hasStackTraceContaining("Say in a sentence or two what this process is for");
    }

    @Test
    void leavesTheProductsOwnDeploymentsToTheBuild() {
        assertThat(gate.watches(null)).isFalse();
        assertThat(gate.watches(UUID.randomUUID().toString())).isTrue();
    }
}
