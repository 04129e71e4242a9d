package org.carewright.shared.process.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.carewright.identity.Role;
import org.carewright.shared.process.StaffDirectory;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people see and may do in the engine through Tasklist's and Cockpit's own REST. */
@CarewrightTest
class EngineAccessTests {

    private static final String REST = "/camunda/api/engine/engine/default";
    private static final String SECRET = "what the patient said";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestModels models;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    StaffDirectory directory;

    @Autowired
    EngineAccess access;

    @Autowired
    ClinicScope scope;

    private TestModels.Deployed model;
    private TestClinic clinic;
    private TestClinic otherClinic;
    private String instance;
    private String task;

    @BeforeEach
    void startAnInstanceThatWaitsForReception() {
        model = models.deploy(TestModels.process()
                .startEvent()
                .userTask("Task_Greet")
                .name("Greet")
                .camundaCandidateGroups("receptionist,manager")
                .userTask("Task_Treat")
                .name("Treat")
                .camundaCandidateGroups("practitioner")
                .endEvent()
                .done());
        clinic = clinics.open();
        otherClinic = clinics.open();
        instance = scope.call(clinic.id(), () -> runtime.createProcessInstanceByKey(model.processId())
                .processDefinitionWithoutTenantId()
                .setVariables(Map.of("visitorNote", SECRET))
                .execute()
                .getId());
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @AfterEach
    void removeTheModel() {
        model.close();
    }

    @Test
    void candidatesSeeClaimAndCompleteTheirClinicsTask() throws IOException {
        var receptionist = staff.of(clinic, Role.RECEPTIONIST);
        var visitor = visitor(receptionist);

        assertThat(json(visitor, "/task?maxResults=50&processInstanceId=" + instance))
                .hasSize(1);
        assertThat(json(visitor, "/task/" + task + "/form-variables")
                        .at("/visitorNote/value")
                        .asText())
                .isEqualTo(SECRET);
        assertThat(post(visitor, "/task/" + task + "/claim", "{\"userId\":\"" + receptionist.id() + "\"}"))
                .isEqualTo(204);
        assertThat(post(visitor, "/task/" + task + "/submit-form", "{\"variables\":{}}"))
                .isEqualTo(204);
        assertThat(tasks.createTaskQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getTaskDefinitionKey())
                .isEqualTo("Task_Treat");
    }

    @Test
    void othersOfTheClinicDoNotSeeATaskThatIsNotTheirs() throws IOException {
        var visitor = visitor(staff.of(clinic, Role.PRACTITIONER));

        assertThat(json(visitor, "/task?maxResults=50&processInstanceId=" + instance))
                .isEmpty();
        assertThat(status(visitor, "/task/" + task + "/form-variables")).isEqualTo(403);
        assertThat(json(visitor, "/process-instance/count").at("/count").asInt())
                .isZero();
    }

    @Test
    void nobodySeesAnythingOfAnotherClinic() throws IOException {
        for (var role : new Role[] {Role.RECEPTIONIST, Role.PRACTITIONER, Role.MANAGER}) {
            var visitor = visitor(staff.of(otherClinic, role));
            for (var list : new String[] {
                "/task?maxResults=50&processInstanceId=" + instance,
                "/process-instance?maxResults=50&processInstanceIds=" + instance,
                "/variable-instance?maxResults=50&processInstanceIdIn=" + instance,
                "/history/process-instance?maxResults=50&processInstanceId=" + instance,
                "/history/variable-instance?maxResults=50&processInstanceId=" + instance,
                "/history/activity-instance?maxResults=50&processInstanceId=" + instance,
                "/history/task?maxResults=50&processInstanceId=" + instance,
                "/incident?maxResults=50&processInstanceId=" + instance
            }) {
                assertThat(json(visitor, list)).as(role + " " + list).isEmpty();
            }
            for (var one : new String[] {
                "/task/" + task,
                "/task/" + task + "/form-variables",
                "/task/" + task + "/variables",
                "/process-instance/" + instance,
                "/process-instance/" + instance + "/variables",
                "/process-instance/" + instance + "/activity-instances",
                "/history/process-instance/" + instance
            }) {
                var answer = visitor.get(REST + one);
                assertThat(answer.statusCode()).as(role + " " + one).isGreaterThanOrEqualTo(400);
                assertThat(answer.body()).doesNotContain(SECRET);
            }
            assertThat(post(visitor, "/task/" + task + "/complete", "{}")).isGreaterThanOrEqualTo(400);
        }
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @Test
    void managersSeeTheirClinicsInstancesInCockpit() throws IOException {
        var visitor = visitor(staff.of(clinic, Role.MANAGER));

        assertThat(json(visitor, "/process-instance?maxResults=50&processInstanceIds=" + instance))
                .hasSize(1);
        var cockpit = visitor.postJson(
                "/camunda/api/cockpit/plugin/base/default/process-instance?maxResults=50",
                "{\"processDefinitionKey\":\"" + model.processId() + "\"}");
        assertThat(cockpit.statusCode()).isEqualTo(200);
        assertThat(new ObjectMapper().readTree(cockpit.body())).hasSize(1);
    }

    @Test
    void operatorsSeeInstancesOfAllClinicsButNotWhatIsSealed() throws IOException {
        var visitor = visitor(staff.operator());

        assertThat(json(visitor, "/process-instance?maxResults=50&processInstanceIds=" + instance))
                .hasSize(1);
        var variables = json(visitor, "/variable-instance?maxResults=50&processInstanceIdIn=" + instance);
        assertThat(variables).hasSize(1);
        assertThat(variables.toString()).doesNotContain(SECRET).contains("••••••");
    }

    @Test
    void operatorsNeitherWorkOnTasksNorChangeDeployOrStartAnything() throws IOException {
        var visitor = visitor(staff.operator());

        assertThat(post(visitor, "/task/" + task + "/complete", "{}")).isEqualTo(403);
        assertThat(post(
                        visitor,
                        "/process-instance/" + instance + "/variables",
                        "{\"modifications\":{\"a\":{\"value\":1}}}"))
                .isEqualTo(403);
        assertThat(post(visitor, "/process-definition/key/" + model.processId() + "/start", "{}"))
                .isGreaterThanOrEqualTo(400);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(model.processId())
                        .count())
                .isEqualTo(1);
        assertThat(post(visitor, "/deployment/create", "")).isBetween(400, 499);
        assertThat(
                        post(
                                visitor,
                                "/authorization/create",
                                "{\"type\":1,\"permissions\":[\"ALL\"],\"groupId\":\"operator\",\"resourceType\":5,\"resourceId\":\"*\"}"))
                .isEqualTo(403);
        assertThat(post(visitor, "/user/create", "{\"profile\":{\"id\":\"x\"},\"credentials\":{\"password\":\"x\"}}"))
                .isEqualTo(403);
    }

    @Test
    void operatorsSuspendAnInstance() {
        var visitor = visitor(staff.operator());

        var answer = visitor.putJson(REST + "/process-instance/" + instance + "/suspended", "{\"suspended\":true}");

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void refusesAChangeWithoutTheEnginesCsrfToken() {
        var visitor = new Visitor(port).signedIn(staff.of(clinic, Role.RECEPTIONIST));

        assertThat(visitor.postJson(REST + "/task/" + task + "/complete", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void colleaguesFindEachOtherButNobodyElse() throws IOException {
        var manager = staff.of(clinic, Role.MANAGER);
        var receptionist = staff.of(clinic, Role.RECEPTIONIST);
        staff.of(otherClinic, Role.RECEPTIONIST);
        var visitor = visitor(manager);

        assertThat(json(visitor, "/user?maxResults=50").findValuesAsText("id"))
                .containsExactlyInAnyOrder(
                        manager.id().toString(), receptionist.id().toString());
        assertThat(json(visitor, "/user?maxResults=50&memberOfGroup=receptionist")
                        .findValuesAsText("id"))
                .containsExactly(receptionist.id().toString());
        assertThat(json(visitor, "/user?maxResults=1&sortBy=userId&sortOrder=desc"))
                .hasSize(1);
        assertThat(json(visitor, "/user?maxResults=50&firstNameLike=test%25recep%25"))
                .hasSize(1);
        assertThat(json(visitor, "/tenant?maxResults=50").findValuesAsText("id"))
                .containsExactly(clinic.id().toString());
        assertThat(json(visitor, "/identity/groups?userId=" + manager.id())
                        .at("/groups/0/id")
                        .asText())
                .isEqualTo("manager");
        assertThat(json(visitor, "/group?maxResults=50&id=practitioner")
                        .at("/0/name")
                        .asText())
                .isEqualTo("Practitioners");
    }

    @Test
    void everyoneReadsTheFiltersOfTheirRole() throws IOException {
        assertThat(filterNames(staff.of(clinic, Role.RECEPTIONIST)))
                .containsExactlyInAnyOrder("All open tasks", "Tasks of reception", "My tasks");
        assertThat(filterNames(staff.of(clinic, Role.PRACTITIONER)))
                .containsExactlyInAnyOrder("All open tasks", "Tasks of practitioners", "My tasks");
    }

    @Test
    void filtersShowTheTasksOfOnesOwnClinic() throws IOException {
        for (var filter :
                filters.createFilterQuery().filterNameLike("%reception%").list()) {
            var ours = visitor(staff.of(clinic, Role.RECEPTIONIST));
            var theirs = visitor(staff.of(otherClinic, Role.RECEPTIONIST));

            assertThat(json(ours, "/filter/" + filter.getId() + "/count")
                            .at("/count")
                            .asInt())
                    .isEqualTo(1);
            assertThat(json(theirs, "/filter/" + filter.getId() + "/count")
                            .at("/count")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void myTasksAreTheOnesIHaveTaken() throws IOException {
        var mine = filters.createFilterQuery().filterName("My tasks").singleResult();
        assertThat(mine).isNotNull();
        var receptionist = staff.of(clinic, Role.RECEPTIONIST);
        var manager = staff.of(clinic, Role.MANAGER);
        tasks.claim(task, receptionist.id().toString());
        var list = "/filter/" + mine.getId() + "/list?maxResults=15";

        assertThat(json(visitor(receptionist), list).findValuesAsText("id")).containsExactly(task);
        assertThat(json(visitor(manager), list)).isEmpty();
        assertThat(json(visitor(manager), "/filter/" + mine.getId() + "/count")
                        .at("/count")
                        .asInt())
                .isZero();
        // Tasklist narrows the list with what is typed into its search field; that doesn't widen it either.
        var narrowed = visitor(manager)
                .postJson(
                        REST + "/filter/" + mine.getId() + "/list?maxResults=15",
                        "{\"assignee\":\"" + receptionist.id() + "\"}");
        assertThat(narrowed.body()).isEqualTo("[]");
        // Whoever asks past Tasklist gets the stored query, which fits nobody.
        assertThat(filters.count(mine.getId())).isZero();
    }

    @Test
    void aSecondStartChangesNothingAndTakesAwayWhatIsNotInTheTable() {
        var grants = authorizations.createAuthorizationQuery().count();
        var before = filters.createFilterQuery().count();
        var extra = authorizations.createNewAuthorization(1);
        extra.setGroupId("operator");
        extra.setResource(org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT);
        extra.setResourceId("something");
        extra.addPermission(org.camunda.bpm.engine.authorization.Permissions.CREATE);
        authorizations.saveAuthorization(extra);

        access.run(null);

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(grants);
        assertThat(filters.createFilterQuery().count()).isEqualTo(before);
    }

    @Test
    void everyRoleIsAGroupInTheTable() {
        assertThat(directory.groups())
                .extracting(StaffDirectory.Group::id)
                .containsExactlyInAnyOrderElementsOf(Grants.EVERYONE);
    }

    private java.util.List<String> filterNames(Person person) throws IOException {
        return json(visitor(person), "/filter?maxResults=50").findValuesAsText("name");
    }

    /** Signed in, with the engine's CSRF token, which its pages bring. */
    private Visitor visitor(Person person) {
        var visitor = new Visitor(port).signedIn(person);
        visitor.get("/camunda/app/tasklist/default/");
        visitor.get("/camunda/app/cockpit/default/");
        return visitor;
    }

    private static JsonNode json(Visitor visitor, String path) throws IOException {
        var answer = visitor.get(REST + path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static int status(Visitor visitor, String path) {
        return visitor.get(REST + path).statusCode();
    }

    private static int post(Visitor visitor, String path, String json) {
        return visitor.postJson(REST + path, json).statusCode();
    }
}
