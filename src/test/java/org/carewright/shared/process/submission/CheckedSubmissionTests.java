package org.carewright.shared.process.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.spin.plugin.variable.SpinValues;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.process.Processes;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@CarewrightTest
class CheckedSubmissionTests {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final String FORM =
            """
            {"id": "test-form-%s", "type": "default", "schemaVersion": 16, "components": [
              {"id": "Field_Rating", "type": "number", "key": "rating", "label": "Rating",
               "validate": {"required": true, "min": 1, "max": 5}},
              {"id": "Field_Remark", "type": "textfield", "key": "remark", "label": "Remark",
               "validate": {"maxLength": 10}},
              {"id": "Field_Topics", "type": "checklist", "key": "topics", "label": "Topics",
               "values": [{"label": "A", "value": "a"}, {"label": "B", "value": "b"}]}
            ]}
            """;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    Processes processes;

    @Autowired
    TestClinics clinics;

    @Autowired
    ClinicScope scope;

    @Autowired
    TransactionTemplate transactions;

    private UUID clinic;
    private String deploymentId;
    private String processId;

    @BeforeEach
    void deploy() {
        clinic = clinics.open().id();
        deploymentId = deploy(false);
    }

    @AfterEach
    void undeploy() {
        identity.clearAuthentication();
        repository.deleteDeployment(deploymentId, true, true, true);
    }

    @Test
    void completesTaskWithValuesInTheFormsTypes() {
        var task = openTask();

        tasks.complete(task, Map.of("rating", "4", "remark", "fine"));

        assertThat(afterwards()).containsEntry("rating", 4).containsEntry("remark", "fine");
    }

    @Test
    void acceptsListsAsTasklistSendsThem() {
        var task = openTask();

        forms.submitTaskForm(
                task,
                Variables.createVariables()
                        .putValue("rating", 4)
                        .putValueTyped(
                                "topics", SpinValues.jsonValue("[\"a\",\"b\"]").create()));

        assertThat(afterwards()).containsEntry("topics", List.of("a", "b"));
    }

    @Test
    void refusesMissingRequiredField() {
        var task = openTask();

        assertThatThrownBy(() -> tasks.complete(task))
                .isInstanceOf(RefusedSubmissionException.class)
                .hasMessage("Rating: Please fill this in.");
        assertThatThrownBy(() -> tasks.completeWithVariablesInReturn(task, Map.of(), true))
                .isInstanceOf(RefusedSubmissionException.class);
    }

    @Test
    void refusesUnknownKey() {
        var task = openTask();

        assertThatThrownBy(() -> forms.submitTaskForm(task, Map.of("rating", 3, "hack", true)))
                .isInstanceOf(RefusedSubmissionException.class)
                .hasMessageContaining("hack");
    }

    @Test
    void tellsRuleAndLabelButNotWhatWasTyped() {
        var task = openTask();

        assertThatThrownBy(() -> tasks.complete(task, Map.of("rating", 99, "remark", "much too long a text")))
                .hasMessageContaining("Rating: ")
                .hasMessageContaining("Remark: ")
                .hasMessageNotContaining("99")
                .hasMessageNotContaining("much");
    }

    @Test
    void refusesSerializedObject() {
        var task = openTask();
        var object = Variables.serializedObjectValue("{\"a\":1}")
                .serializationDataFormat("application/json")
                .objectTypeName("java.util.HashMap")
                .create();

        assertThatThrownBy(() -> tasks.complete(
                        task, Variables.createVariables().putValue("rating", 3).putValueTyped("remark", object)))
                .isInstanceOf(RefusedSubmissionException.class);
    }

    @Test
    void refusesValuesOnResolvingErrorAndEscalation() {
        var task = openTask();
        Map<String, Object> hack = Map.of("hack", true);

        assertThatThrownBy(() -> tasks.resolveTask(task, hack)).isInstanceOf(RefusedSubmissionException.class);
        assertThatThrownBy(() -> tasks.handleBpmnError(task, "Err_Any", null, hack))
                .isInstanceOf(RefusedSubmissionException.class);
        assertThatThrownBy(() -> tasks.handleEscalation(task, "Esc_Any", hack))
                .isInstanceOf(RefusedSubmissionException.class);
    }

    @Test
    void tellsOurPagesTheFieldsAndRules() {
        var task = openTask();
        var open = scope.call(
                        clinic,
                        () -> processes.openTask(
                                tasks.createTaskQuery()
                                        .taskId(task)
                                        .singleResult()
                                        .getProcessInstanceId(),
                                "Task_Rate"))
                .orElseThrow();

        assertThatThrownBy(() -> scope.run(
                        clinic,
                        () -> transactions.executeWithoutResult(
                                status -> processes.complete(open, Map.of("rating", 0)))))
                .isInstanceOfSatisfying(InvalidFormException.class, e -> assertThat(e.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.code()).isEqualTo("too_small")));
    }

    @Test
    void tellsStrangersNothingOfTheForm() {
        var task = openTask();
        identity.setAuthentication("stranger", List.of(), List.of(clinic.toString()));

        assertThatThrownBy(() -> tasks.complete(task, Map.of())).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void refusesPeopleToStartProcessesThatArentMarkedStartable() {
        var definition = definitionId();
        identity.setAuthentication("someone", List.of("camunda-admin"), List.of(clinic.toString()));

        assertThatThrownBy(() -> scope.run(clinic, () -> forms.submitStartForm(definition, Map.of("rating", 3))))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("not by people");
    }

    @Test
    void refusesPeopleToStartProcessesPastTheirForm() {
        repository.deleteDeployment(deploymentId, true, true, true);
        deploymentId = deploy(true);
        var definition = definitionId();
        identity.setAuthentication("someone", List.of("camunda-admin"), List.of(clinic.toString()));

        assertThatThrownBy(() ->
                        scope.run(clinic, () -> runtime.startProcessInstanceById(definition, Map.of("hack", true))))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("by its form");
    }

    @Test
    void checksStartFormLikeATasks() {
        repository.deleteDeployment(deploymentId, true, true, true);
        deploymentId = deploy(true);

        assertThatThrownBy(() -> scope.run(clinic, () -> forms.submitStartForm(definitionId(), Map.of("rating", 9))))
                .isInstanceOf(RefusedSubmissionException.class);
        var started = scope.call(clinic, () -> forms.submitStartForm(definitionId(), Map.of("rating", "3")));
        assertThat(runtime.getVariable(started.getId(), "rating")).isEqualTo(3);
    }

    private String deploy(boolean startable) {
        var number = UUID.randomUUID().toString();
        var form = "test-form-" + number;
        var model = TestModels.process()
                .camundaStartableInTasklist(startable)
                .startEvent("Event_Start")
                .userTask("Task_Rate")
                .userTask("Task_After")
                .endEvent()
                .done();
        model.getModelElementById("Task_Rate").setAttributeValueNs(CAMUNDA, "formRef", form);
        model.getModelElementById("Task_Rate").setAttributeValueNs(CAMUNDA, "formRefBinding", "deployment");
        StartEvent start = model.getModelElementById("Event_Start");
        start.setAttributeValueNs(CAMUNDA, "formRef", form);
        start.setAttributeValueNs(CAMUNDA, "formRefBinding", "deployment");
        processId = model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class)
                .iterator()
                .next()
                .getId();
        return repository
                .createDeployment()
                .addString(processId + ".bpmn", Bpmn.convertToString(model))
                .addString(form + ".form", FORM.formatted(number))
                .deploy()
                .getId();
    }

    private String definitionId() {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deploymentId)
                .listPage(0, 1)
                .get(0)
                .getId();
    }

    private String openTask() {
        var instance = scope.call(
                clinic, () -> runtime.startProcessInstanceByKey(processId).getId());
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    /** What the last task left, read while the instance is kept by a second task. */
    private Map<String, Object> afterwards() {
        return new HashMap<>(runtime.getVariables(runtime.createProcessInstanceQuery()
                .deploymentId(deploymentId)
                .singleResult()
                .getId()));
    }
}
