package org.carewright.shared.process.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.carewright.identity.Role;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestModels;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Through the engine's own REST nobody learns whether an id belongs to another clinic. */
@CarewrightTest
class ForeignIdsTests {

    private static final String REST = "/camunda/api/engine/engine/default";

    /** What is read, by kind of thing; in one's own clinic each answers 200. */
    private static final List<String> READING = List.of(
            "/task/{task}",
            "/task/{task}/form",
            "/task/{task}/form-variables",
            "/task/{task}/variables",
            "/task/{task}/variables/note",
            "/task/{task}/identity-links",
            "/process-instance/{instance}",
            "/process-instance/{instance}/variables",
            "/process-instance/{instance}/variables/note",
            "/process-instance/{instance}/activity-instances",
            "/execution/{instance}",
            "/execution/{instance}/localVariables",
            "/execution/{instance}/localVariables/note",
            "/variable-instance/{variable}",
            "/history/process-instance/{instance}",
            "/job/{job}",
            "/job/{job}/stacktrace",
            "/incident/{incident}",
            "/deployment/{deployment}",
            "/process-definition/{definition}",
            "/process-definition/{definition}/xml",
            "/process-definition/{definition}/form-variables");

    /** What is changed: method, address and body. */
    private static final List<Change> CHANGING = List.of(
            new Change("POST", "/task/{task}/claim", "{\"userId\":\"{person}\"}"),
            new Change("POST", "/task/{task}/unclaim", "{}"),
            new Change("POST", "/task/{task}/complete", "{}"),
            new Change("POST", "/task/{task}/submit-form", "{\"variables\":{}}"),
            new Change("PUT", "/task/{task}/variables/note", "{\"value\":\"x\"}"),
            new Change("PUT", "/process-instance/{instance}/variables/note", "{\"value\":\"x\"}"),
            new Change("DELETE", "/process-instance/{instance}", ""),
            new Change("PUT", "/execution/{instance}/localVariables/note", "{\"value\":\"x\"}"),
            new Change("PUT", "/process-instance/{instance}/suspended", "{\"suspended\":true}"),
            new Change("PUT", "/job/{job}/suspended", "{\"suspended\":true}"),
            new Change("PUT", "/job/{job}/retries", "{\"retries\":3}"),
            new Change("POST", "/job/{job}/execute", "{}"),
            new Change("DELETE", "/deployment/{deployment}", ""));

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestModels models;

    @Autowired
    JdbcClient jdbc;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private TestClinic owner;
    private TestClinic stranger;
    private Map<String, String> ids;

    @BeforeEach
    void deployAndStartInOneClinic() {
        owner = clinics.open();
        stranger = clinics.open();
        ids = scope.call(owner.id(), this::startStuckInstance);
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void remove() {
        logger().detachAppender(log);
        engine.getRepositoryService().deleteDeployment(ids.get("deployment"), true);
    }

    @Test
    void aForeignIdIsAnsweredLikeAnUnknownOne() {
        var softly = new SoftAssertions();
        for (var role : List.of(Role.RECEPTIONIST, Role.MANAGER)) {
            var person = staff.of(stranger, role);
            var visitor = visitor(person);
            for (var path : READING) {
                same(
                        softly,
                        visitor.get(REST + foreign(path)),
                        visitor.get(REST + unknown(path)),
                        role + " GET " + path);
            }
            for (var change : CHANGING) {
                var body = change.body().replace("{person}", person.id().toString());
                same(
                        softly,
                        send(visitor, change.method(), foreign(change.path()), body),
                        send(visitor, change.method(), unknown(change.path()), body),
                        role + " " + change.method() + " " + change.path());
            }
        }
        softly.assertAll();
        assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(ids.get("task"))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void onesOwnIdIsAnswered() {
        var manager = visitor(staff.of(owner, Role.MANAGER));
        var softly = new SoftAssertions();
        for (var path : READING) {
            softly.assertThat(manager.get(REST + foreign(path)).statusCode())
                    .as(path)
                    .isIn(200, 204);
        }
        softly.assertAll();
    }

    @Test
    void onesOwnTaskIsClaimedAndCompletedOnceAndThenIsGone() {
        var person = staff.of(owner, Role.MANAGER);
        var visitor = visitor(person);

        assertThat(send(visitor, "POST", foreign("/task/{task}/claim"), "{\"userId\":\"" + person.id() + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(send(visitor, "POST", foreign("/task/{task}/complete"), "{}").statusCode())
                .isEqualTo(204);
        var again = send(visitor, "POST", foreign("/task/{task}/complete"), "{}");
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("Somebody may have completed it").doesNotContain("ENGINE-", "null)");
    }

    @Test
    void whoMayNotDoItInTheirOwnClinicIsToldSo() {
        var receptionist = visitor(staff.of(owner, Role.RECEPTIONIST));

        assertThat(receptionist
                        .get(REST + foreign("/process-instance/{instance}/variables"))
                        .statusCode())
                .isEqualTo(403);
    }

    private Map<String, String> startStuckInstance() {
        var model = TestModels.process()
                .startEvent()
                .userTask("Task_Greet")
                .name("Greet")
                .camundaCandidateGroups("manager")
                .boundaryEvent("Event_Late")
                .name("Late")
                .timerWithDuration("PT1H")
                .endEvent()
                .moveToActivity("Task_Greet")
                .endEvent()
                .done();
        var deployed = models.deploy(model);
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployed.deploymentId())
                .singleResult()
                .getId();
        var instance = engine.getRuntimeService()
                .startProcessInstanceById(definition, Map.of("note", "kept"))
                .getId();
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        engine.getManagementService().setJobRetries(job, 0);
        give(deployed, owner);
        return Map.of(
                "deployment", deployed.deploymentId(),
                "definition", definition,
                "instance", instance,
                "job", job,
                "task",
                        engine.getTaskService()
                                .createTaskQuery()
                                .processInstanceId(instance)
                                .singleResult()
                                .getId(),
                "variable",
                        engine.getRuntimeService()
                                .createVariableInstanceQuery()
                                .processInstanceIdIn(instance)
                                .singleResult()
                                .getId(),
                "incident",
                        engine.getRuntimeService()
                                .createIncidentQuery()
                                .processInstanceId(instance)
                                .singleResult()
                                .getId());
    }

    /** Makes a clinic's own model of it; the gate for those wants more than a test's model has. */
    private void give(TestModels.Deployed deployed, TestClinic clinic) {
        for (var table : Map.of("act_re_deployment", "id_", "act_re_procdef", "deployment_id_")
                .entrySet()) {
            jdbc.sql("update engine.%s set tenant_id_ = :clinic where %s = :deployment"
                            .formatted(table.getKey(), table.getValue()))
                    .param("clinic", clinic.id().toString())
                    .param("deployment", deployed.deploymentId())
                    .update();
        }
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDeploymentCache()
                .discardProcessDefinitionCache();
    }

    /** The engine suspends what isn't there without a word; all else is not found. */
    private static void same(
            SoftAssertions softly, HttpResponse<String> foreign, HttpResponse<String> unknown, String what) {
        var expected = what.endsWith("/suspended") ? 204 : 404;
        softly.assertThat(foreign.statusCode())
                .as(what + " foreign " + foreign.body())
                .isEqualTo(expected);
        softly.assertThat(unknown.statusCode())
                .as(what + " unknown " + unknown.body())
                .isEqualTo(expected);
        softly.assertThat(foreign.body()).as(what).isEqualTo(unknown.body());
    }

    private String foreign(String path) {
        var result = path;
        for (var id : ids.entrySet()) {
            result = result.replace("{" + id.getKey() + "}", id.getValue());
        }
        return result;
    }

    private static String unknown(String path) {
        return path.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }

    private static HttpResponse<String> send(Visitor visitor, String method, String path, String body) {
        return switch (method) {
            case "POST" -> visitor.postJson(REST + path, body);
            case "PUT" -> visitor.putJson(REST + path, body);
            default -> visitor.deleteJson(REST + path);
        };
    }

    private Visitor visitor(Person person) {
        var visitor = new Visitor(port).signedIn(person);
        visitor.get("/camunda/app/tasklist/default/");
        return visitor;
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.rest");
    }

    private record Change(String method, String path, String body) {}
}
