package org.carewright.audit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls of the engine's web apps are worth recording, and as what (HIP-1). */
class EngineDeedTests {

    private static final String API = "/camunda/api/engine/engine/default/";
    private static final String ID = "6f1ed2a0-0c1c-11f1-9d0e-0242ac110002";

    @ParameterizedTest
    @CsvSource({
        "POST, task/ID/claim, engine.task.claim",
        "POST, task/ID/submit-form, engine.task.submit-form",
        "POST, task/ID/complete, engine.task.complete",
        "DELETE, process-instance/ID, engine.process-instance.delete",
        "POST, process-instance/delete, engine.process-instance.delete",
        "PUT, job/ID/retries, engine.job.retries",
        "PUT, process-instance/ID/variables/fee, engine.process-instance.variables",
        "POST, process-instance/ID/modification, engine.process-instance.modification",
        "POST, something/new, engine.something.new",
        "GET, task/ID/form-variables, engine.task.form-variables.read",
        "GET, process-instance/ID/variables, engine.process-instance.variables.read",
        "POST, variable-instance, engine.variable-instance.read",
        "GET, history/variable-instance, engine.history.variable-instance.read"
    })
    void recordsChangesAndReadingOfValues(String method, String path, String action) {
        assertThat(EngineDeed.of(method, API + path.replace("ID", ID)))
                .map(EngineDeed::action)
                .hasValue(action);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, task/ID",
        "POST, task",
        "POST, task/count",
        "POST, history/process-instance",
        "GET, process-definition/ID/xml",
        "POST, filter/ID/list"
    })
    void passesOverQuestions(String method, String path) {
        assertThat(EngineDeed.of(method, API + path.replace("ID", ID))).isEmpty();
    }

    @Test
    void namesTheResource() {
        var deed = EngineDeed.of("POST", API + "task/" + ID + "/claim").orElseThrow();

        assertThat(deed.resourceType()).isEqualTo("task");
        assertThat(deed.resourceId()).isEqualTo(UUID.fromString(ID));
    }

    @Test
    void keepsNamesOfVariablesOut() {
        assertThat(EngineDeed.of("DELETE", API + "process-instance/" + ID + "/variables/patientName")
                        .orElseThrow()
                        .action())
                .isEqualTo("engine.process-instance.variables.delete");
    }
}
