package org.carewright.shared.process.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.Canary;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CarewrightTest
class SealedVariableTests {

    private static final String DOTS = "••••••";

    /** A declared open name, see {@code AppointmentVariables}. */
    private static final String OPEN = "appointmentId";

    @Autowired
    TestModels models;

    @Autowired
    TestClinics clinics;

    @Autowired
    ClinicScope scope;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    Canary canary;

    @Autowired
    JdbcClient jdbc;

    private TestModels.Deployed waiting;
    private UUID clinic;
    private String canaryWord;

    @BeforeEach
    void deploy() {
        waiting = models.deploy(
                TestModels.process().startEvent().userTask().endEvent().done());
        clinic = clinics.open().id();
        canaryWord = "canary" + UUID.randomUUID();
    }

    @AfterEach
    void undeploy() {
        identity.clearAuthentication();
        waiting.close();
    }

    @Test
    void storesUndeclaredStringOnlySealed() {
        var id = start(Map.of("patientRemark", canaryWord));

        assertThat(canary.findInEngine(canaryWord)).isEmpty();
        assertThat(runtime.getVariable(id, "patientRemark")).isEqualTo(canaryWord);
    }

    @Test
    void storesDeclaredOpenStringInClear() {
        start(Map.of(OPEN, canaryWord));

        assertThat(canary.findInEngine(canaryWord)).containsExactly("act_ru_variable.text_");
    }

    @Test
    void storesLongTextSealedInByteArray() {
        var longText = canaryWord + "x".repeat(20_000);

        var id = start(Map.of("patientRemark", longText));

        assertThat(canary.findInEngine(canaryWord)).isEmpty();
        assertThat(runtime.getVariable(id, "patientRemark")).isEqualTo(longText);
    }

    @Test
    void sealsEveryTypeAndKeepsIt() {
        var born =
                Date.from(LocalDate.of(1990, 4, 1).atStartOfDay(ZoneOffset.UTC).toInstant());
        Map<String, Object> values = new HashMap<>();
        values.put("aText", "text");
        values.put("anInteger", 41);
        values.put("aLong", 3_000_000_000L);
        values.put("aDouble", 36.6);
        values.put("aBoolean", true);
        values.put("aDate", born);
        values.put("aNull", null);
        values.put("bytes", canaryWord.getBytes());
        values.put("aList", new ArrayList<>(List.of(canaryWord, "b")));
        values.put("aMap", new HashMap<>(Map.of("name", canaryWord)));

        var id = start(values);

        var read = runtime.getVariables(id);
        assertThat(read.remove("bytes")).isEqualTo(canaryWord.getBytes());
        values.remove("bytes");
        assertThat(read).isEqualTo(values);
        assertThat(canary.findInEngine(canaryWord)).isEmpty();
        assertThat(jdbc.sql("select count(*) from engine.act_ru_variable where proc_inst_id_ = :id"
                                + " and (long_ is not null or double_ is not null)")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void sealsJsonAndFiles() {
        var file = Variables.fileValue(canaryWord + ".txt")
                .file(canaryWord.getBytes())
                .mimeType("text/plain")
                .create();
        var json = SpinValues.jsonValue("{\"name\":\"" + canaryWord + "\"}").create();

        var id = start(Map.of("letter", file, "details", json));

        assertThat(canary.findInEngine(canaryWord)).isEmpty();
        assertThat(((FileValue) runtime.getVariableTyped(id, "letter")).getFilename())
                .isEqualTo(canaryWord + ".txt");
        assertThat((InputStream) runtime.getVariable(id, "letter")).hasBinaryContent(canaryWord.getBytes());
        assertThat(runtime.getVariable(id, "details").toString()).contains(canaryWord);
    }

    @Test
    void namesTheClinicWhoseKeySealsIt() {
        var id = start(Map.of("patientRemark", canaryWord));

        assertThat(jdbc.sql("select text2_ from engine.act_ru_variable where proc_inst_id_ = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("sealed:1:" + clinic);
    }

    @Test
    void replacesSealedValueAlsoOutsideAnyScope() {
        var id = start(Map.of("patientRemark", "first"));

        runtime.setVariable(id, "patientRemark", canaryWord);

        assertThat(runtime.getVariable(id, "patientRemark")).isEqualTo(canaryWord);
        assertThat(canary.findInEngine(canaryWord)).isEmpty();
    }

    @Test
    void refusesToStoreWhatNobodysKeyCanSeal() {
        var id = start(Map.of());

        assertThatThrownBy(() -> runtime.setVariable(id, "patientRemark", canaryWord))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(canaryWord);
    }

    @Test
    void sealsWithTheClinicOfThePersonWhenThereIsNoScope() {
        var id = start(Map.of());

        as("receptionist", clinic, () -> {
            runtime.setVariable(id, "patientRemark", canaryWord);
            return null;
        });

        assertThat(runtime.getVariable(id, "patientRemark")).isEqualTo(canaryWord);
    }

    @Test
    void showsClearTextToStaffOfTheClinic() {
        var id = start(Map.of("patientRemark", canaryWord));

        assertThat(as("receptionist", clinic, () -> stored(id))).isEqualTo(canaryWord);
        assertThat(as("receptionist", clinic, () -> formVariable(id))).isEqualTo(canaryWord);
    }

    @Test
    void showsDotsToOperators() {
        var id = start(Map.of("patientRemark", canaryWord, OPEN, "A-1"));

        assertThat(as("operator", clinic, () -> stored(id))).isEqualTo(DOTS);
        assertThat(as("operator", null, () -> stored(id))).isEqualTo(DOTS);
    }

    @Test
    void showsDotsToStaffOfAnotherClinic() {
        var id = start(Map.of("patientRemark", canaryWord));

        assertThat(as("receptionist", clinics.open().id(), () -> stored(id))).isEqualTo(DOTS);
    }

    @Test
    void showsDotsForValuesOfEveryType() {
        var id = start(Map.of("weight", 70, "details", Map.of("a", "b"), "born", new Date(0)));

        var shown = as("operator", null, () -> {
            var list = runtime.createVariableInstanceQuery()
                    .processInstanceIdIn(id)
                    .disableCustomObjectDeserialization()
                    .listPage(0, 10);
            return list.stream().map(variable -> variable.getValue()).toList();
        });

        assertThat(shown).containsExactly(DOTS, DOTS, DOTS);
    }

    @Test
    void letsTheProcessReadInClearWhoeverSetsItGoing() {
        try (var mapping = models.deploy(TestModels.process()
                .startEvent()
                .camundaAsyncAfter()
                .userTask("Task_Wait")
                .camundaInputParameter("copy", "${patientRemark}")
                .endEvent()
                .done())) {
            var id = scope.call(clinic, () -> runtime.startProcessInstanceByKey(
                            mapping.processId(), Map.of("patientRemark", canaryWord))
                    .getId());

            as("operator", null, () -> {
                var engine = models.engine();
                var job = jdbc.sql("select id_ from engine.act_ru_job where process_instance_id_ = :id")
                        .param("id", id)
                        .query(String.class)
                        .single();
                engine.getManagementService().executeJob(job);
                return null;
            });

            var task = tasks.createTaskQuery().processInstanceId(id).singleResult();
            assertThat(tasks.getVariable(task.getId(), "copy")).isEqualTo(canaryWord);
            assertThat(canary.findInEngine(canaryWord)).isEmpty();
        }
    }

    @Test
    void runsLoopsOverSealedLists() {
        try (var loop = models.deploy(TestModels.process()
                .startEvent()
                .userTask("Task_Each")
                .multiInstance()
                .parallel()
                .camundaCollection("people")
                .camundaElementVariable("person")
                .multiInstanceDone()
                .endEvent()
                .done())) {
            var id = scope.call(clinic, () -> runtime.startProcessInstanceByKey(
                            loop.processId(), Map.of("people", List.of(canaryWord, "b")))
                    .getId());

            assertThat(tasks.createTaskQuery().processInstanceId(id).count()).isEqualTo(2);
            tasks.createTaskQuery().processInstanceId(id).list().forEach(task -> tasks.complete(task.getId()));
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceId(id)
                            .count())
                    .isZero();
            assertThat(canary.findInEngine(canaryWord)).isEmpty();
        }
    }

    @Test
    void findsNoInstanceByASealedValue() {
        start(Map.of("patientRemark", canaryWord, OPEN, canaryWord));

        assertThat(runtime.createProcessInstanceQuery()
                        .variableValueEquals("patientRemark", canaryWord)
                        .count())
                .isZero();
        assertThat(runtime.createProcessInstanceQuery()
                        .variableValueEquals(OPEN, canaryWord)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void refusesFormatsThatNobodyRegistered() {
        assertThatThrownBy(() -> start(Map.of(
                        "strange",
                        Variables.serializedObjectValue(canaryWord)
                                .serializationDataFormat("application/strange")
                                .objectTypeName("java.lang.String")
                                .create())))
                .isInstanceOf(RuntimeException.class);
        assertThat(canary.findInEngine(canaryWord)).isEmpty();
    }

    @Test
    void refusesJavaSerializedObjects() {
        assertThatThrownBy(() -> start(Map.of(
                        "strange",
                        Variables.serializedObjectValue("rO0ABQ==")
                                .serializationDataFormat("application/x-java-serialized-object")
                                .objectTypeName("java.lang.String")
                                .create())))
                .hasMessageContaining("Java serialization format is prohibited");
    }

    private String start(Map<String, Object> variables) {
        return scope.call(clinic, () -> runtime.startProcessInstanceByKey(waiting.processId(), variables)
                .getId());
    }

    private Object stored(String instance) {
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance)
                .variableName("patientRemark")
                .listPage(0, 10)
                .stream()
                .map(variable -> variable.getValue())
                .findFirst()
                .orElse(null);
    }

    private Object formVariable(String instance) {
        var task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        return forms.getTaskFormVariables(task.getId()).get("patientRemark");
    }

    /** Runs as a person whom the engine's authorizations let see everything, so that only the sealing decides. */
    private <T> T as(String group, UUID tenant, Supplier<T> work) {
        var engine = models.engine().getProcessEngineConfiguration();
        engine.setAuthorizationEnabled(false);
        engine.setTenantCheckEnabled(false);
        identity.setAuthentication("someone", List.of(group), tenant == null ? List.of() : List.of(tenant.toString()));
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
            engine.setAuthorizationEnabled(true);
            engine.setTenantCheckEnabled(true);
        }
    }
}
