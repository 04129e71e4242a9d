package org.carewright.shared.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NotAllowedException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** What the engine must never offer again, whichever setting or starter changes. */
@CarewrightTest
class EngineSettingsTests {

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/engine",
                "/engine-rest/deployment",
                "/engine-rest/process-definition",
                "/rest/engine"
            })
    void hasNoOpenRestApi(String path) {
        var client = RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .requestFactory(new JdkClientHttpRequestFactory(java.net.http.HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .build()))
                .build();

        var status = client.get().uri(path).exchange((request, response) -> response.getStatusCode()
                .value());

        assertThat(status).isIn(302, 303, 401, 403, 404);
    }

    @Test
    void storesNoFilterWithAnExpression() {
        var query = engine.getTaskService().createTaskQuery().taskAssigneeExpression("${''.getClass()}");
        var filter = engine.getFilterService().newTaskFilter("test filter").setQuery(query);

        assertThatThrownBy(() -> engine.getFilterService().saveFilter(filter))
                .hasMessageContaining("Expressions are forbidden in stored queries");
    }

    @Test
    void evaluatesNoExpressionOfAQuery() {
        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .taskAssigneeExpression("${currentUser()}")
                        .count())
                .hasMessageContaining("Expressions are forbidden in adhoc queries");
    }

    @Test
    void knowsNoCases() {
        assertThat(configuration().isCmmnEnabled()).isFalse();
    }

    @Test
    void makesNoTaskOutsideAProcess() {
        var task = engine.getTaskService().newTask();

        assertThatThrownBy(() -> engine.getTaskService().saveTask(task)).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void failsOnBpmnErrorsThatNobodyHandles() {
        assertThat(configuration().isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
    }

    @Test
    void leavesTheSchemaToOurMigrations() {
        assertThat(configuration().getDatabaseSchemaUpdate()).isEqualTo("false");
    }

    @Test
    void checksAuthorizationsTenantsAndVariablePermissions() {
        assertThat(configuration().isAuthorizationEnabled()).isTrue();
        assertThat(configuration().isTenantCheckEnabled()).isTrue();
        assertThat(configuration().isEnforceSpecificVariablePermission()).isTrue();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
