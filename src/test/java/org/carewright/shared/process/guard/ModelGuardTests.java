package org.carewright.shared.process.guard;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What models can't do, tried on models that got past the gates, as if they had been deployed before these existed. */
@CarewrightTest
class ModelGuardTests {

    private static final String PLACE = "harmless-text";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime').getName()}",
                "${''.class.name}",
                "${''['class']}",
                "${execution.processEngineServices.identityService.createUserQuery().count()}",
                "${execution.getProcessEngineServices()}",
                "${execution.processEngine.name}",
                "${execution.variables}",
                "${execution.bpmnModelInstance}",
                "${clinicService.allIds()}",
                "${dataSource}",
                "${noSuchBean}",
                "${S('{}')}",
                "${XML('<a/>')}",
                "${currentUser()}",
            })
    void refusesExploitInTaskName(String exploit) {
        var harmless = TestModels.process()
                .startEvent()
                .userTask()
                .name(PLACE)
                .endEvent()
                .done();

        assertThat(failureOfStarting(harmless, exploit)).isNotNull();
    }

    @Test
    void refusesExploitInCondition() {
        var harmless = TestModels.process()
                .startEvent()
                .exclusiveGateway("split")
                .condition(null, PLACE)
                .userTask()
                .endEvent()
                .moveToNode("split")
                .endEvent()
                .done();

        assertThat(failureOfStarting(harmless, "${''.getClass().getName() == 'java.lang.String'}"))
                .hasMessageContaining("may not");
    }

    @Test
    void refusesExploitInAssignee() {
        var harmless = TestModels.process()
                .startEvent()
                .userTask()
                .camundaAssignee(PLACE)
                .endEvent()
                .done();

        assertThat(failureOfStarting(harmless, "${execution.processEngineServices}"))
                .hasMessageContaining("may not");
    }

    @Test
    void refusesExploitInTimer() {
        var harmless = TestModels.process()
                .startEvent()
                .intermediateCatchEvent()
                .timerWithDuration(PLACE)
                .endEvent()
                .done();

        assertThat(failureOfStarting(harmless, "${''.getClass().getName()}")).hasMessageContaining("may not");
    }

    @Test
    void refusesShellTask() {
        assertThat(failureOf(serviceTask(), "camunda:type=\"shell\"", "command"))
                .hasMessageContaining("may not run shell commands");
    }

    @Test
    void refusesMailTask() {
        assertThat(failureOf(serviceTask(), "camunda:type=\"mail\"", "to", "text"))
                .hasMessageContaining("MailActivityBehavior");
    }

    @Test
    void refusesClassBinding() {
        assertThat(failureOf(serviceTask(), "camunda:class=\"java.util.ArrayList\""))
                .hasStackTraceContaining("may not bind to the class");
    }

    @Test
    void refusesExpressionBindingThatCallsABean() {
        assertThat(failureOf(serviceTask(), "camunda:expression=\"${clinicService.allIds()}\""))
                .hasStackTraceContaining("Cannot resolve identifier 'clinicService'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy"})
    void refusesScript(String language) {
        var harmless = serviceTask();

        assertThat(failureOfStarting(
                        harmless,
                        bpmn -> bpmn.replaceAll(
                                "(?s)<serviceTask[^>]*?(id=\"[^\"]+\")[^>]*>(.*)</serviceTask>",
                                "<scriptTask $1 scriptFormat=\"" + language + "\">$2<script>1</script></scriptTask>")))
                .hasStackTraceContaining("may not run scripts");
    }

    @Test
    void readsVariablesListsMapsAndKeysOfTheExecution() {
        var clinic = clinics.open().id();
        var model = TestModels.process()
                .startEvent()
                .userTask("Task_Wait")
                .camundaInputParameter(
                        "appointmentId", "${parts[1]}-${byName.a}-${execution.tenantId}-${not empty parts}")
                .endEvent()
                .done();
        try (var deployed = models.deploy(model)) {
            var id = scope.call(clinic, () -> runtime.startProcessInstanceByKey(
                            deployed.processId(), Map.of("parts", List.of("x", "y"), "byName", Map.of("a", "z")))
                    .getId());

            var task = tasks.createTaskQuery().processInstanceId(id).singleResult();
            assertThat(tasks.getVariable(task.getId(), "appointmentId")).isEqualTo("y-z-" + clinic + "-true");
        }
    }

    @Test
    void runsDelegatesByTheirBeansName() {
        var clinic = clinics.open().id();
        var model = TestModels.process()
                .startEvent()
                .serviceTask()
                .camundaDelegateExpression("${noteVisitDelegate}")
                .userTask()
                .endEvent()
                .done();
        try (var deployed = models.deploy(model)) {
            var id = scope.call(clinic, () -> runtime.startProcessInstanceByKey(deployed.processId())
                    .getId());

            assertThat(runtime.getVariable(id, "visited")).isEqualTo(true);
        }
    }

    private Throwable failureOf(BpmnModelInstance harmless, String binding, String... fields) {
        var extension = Stream.of(fields)
                .map(field -> "<camunda:field name=\"" + field + "\" stringValue=\"true\"/>")
                .collect(joining("", "<extensionElements>", "</extensionElements>"));
        return failureOfStarting(harmless, bpmn -> bpmn.replaceAll(
                        "camunda:delegateExpression=\"[^\"]+\"", Matcher.quoteReplacement(binding))
                .replaceAll("(<serviceTask[^>]*>)", "$1" + extension));
    }

    private Throwable failureOfStarting(BpmnModelInstance harmless, String exploit) {
        return failureOfStarting(
                harmless,
                bpmn -> bpmn.replace(PLACE, exploit.replace("<", "&lt;").replace("\"", "&quot;")));
    }

    private Throwable failureOfStarting(BpmnModelInstance harmless, UnaryOperator<String> change) {
        var bad = change.apply(Bpmn.convertToString(harmless));
        assertThat(bad).isNotEqualTo(Bpmn.convertToString(harmless));
        try (var deployed = models.deployedLongAgo(harmless, bad)) {
            var clinic = clinics.open().id();
            return catchThrowable(
                    () -> scope.run(clinic, () -> runtime.startProcessInstanceByKey(deployed.processId())));
        }
    }

    private static BpmnModelInstance serviceTask() {
        return TestModels.process()
                .startEvent()
                .serviceTask()
                .camundaDelegateExpression("${noteVisitDelegate}")
                .endEvent()
                .done();
    }
}
