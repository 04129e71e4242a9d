package org.carewright.shared.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.form.CamundaFormRefImpl;
import org.carewright.shared.forms.FormDefinition;
import org.springframework.stereotype.Component;

/** The newest deployed version of each form, parsed once per version. */
@Component
class DeployedForms {

    private static final String LATEST = "latest";

    private final ProcessEngineConfigurationImpl engine;
    private final RepositoryService repository;
    private final ConcurrentMap<String, FormDefinition> parsed = new ConcurrentHashMap<>();

    DeployedForms(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.repository = engine.getRepositoryService();
    }

    FormDefinition newest(String formId) {
        var definition = engine.getCommandExecutorTxRequired()
                .execute(new GetCamundaFormDefinitionCmd(new CamundaFormRefImpl(formId, LATEST), null));
        if (definition == null) {
            throw new IllegalStateException("No form " + formId + " is deployed");
        }
        return parsed.computeIfAbsent(
                definition.getId(), id -> read(definition.getDeploymentId(), definition.getResourceName()));
    }

    private FormDefinition read(String deploymentId, String resource) {
        try (var stream = repository.getResourceAsStream(deploymentId, resource)) {
            return FormDefinition.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
