package org.carewright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may open what. */
@CarewrightTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleMatrixTests {

    private final Map<Role, Visitor> people = new EnumMap<>(Role.class);

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @BeforeEach
    void signIn() {
        if (people.isEmpty()) {
            var clinic = clinics.open();
            for (var role : Role.values()) {
                var person = role == Role.OPERATOR ? staff.operator() : staff.of(clinic, role);
                people.put(role, new Visitor(port).signedIn(person));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # path                                                | stranger | receptionist | practitioner | manager | operator
            /                                                     | 200      | 200          | 200          | 200     | 200
            /desk/sign-in                                         | 200      | 302          | 302          | 302     | 302
            /desk                                                 | 302      | 200          | 200          | 200     | 403
            /camunda/app/tasklist/default/                        | 302      | 200          | 200          | 200     | 403
            /camunda/app/cockpit/default/                         | 302      | 403          | 403          | 200     | 200
            /camunda/app/admin/default/                           | 302      | 403          | 403          | 403     | 200
            /camunda/app/welcome/default/                         | 302      | 403          | 403          | 403     | 200
            /camunda/app/admin/default/setup/                     | 302      | 403          | 403          | 403     | 302
            /camunda/api/admin/setup/default/user/create          | 401      | 403          | 403          | 403     | 403
            /camunda/api/admin/auth/user/default                  | 401      | 200          | 200          | 200     | 200
            /camunda/api/engine/engine/                           | 401      | 200          | 200          | 200     | 200
            /camunda/api/engine/engine/default/task/count         | 401      | 200          | 200          | 200     | 200
            /camunda/api/engine/engine/other/task                 | 401      | 404          | 404          | 404     | 404
            /camunda/api/cockpit/plugin/base/default/incident?maxResults=5| 401      | 403          | 403          | 200     | 200
            /camunda/                                             | 302      | 403          | 403          | 403     | 403
            /camunda/lib/deps.js                                  | 302      | 200          | 200          | 200     | 200
            /engine-rest/engine                                   | 404      | 403          | 403          | 403     | 403
            /actuator/env                                         | 404      | 403          | 403          | 403     | 403
            /nowhere                                              | 404      | 403          | 403          | 403     | 403
            """)
    void opensForThoseWhoNeedIt(
            String path, int stranger, int receptionist, int practitioner, int manager, int operator) {
        assertThat(new Visitor(port).get(path).statusCode()).as("stranger").isEqualTo(stranger);
        assertThat(status(Role.RECEPTIONIST, path)).as("receptionist").isEqualTo(receptionist);
        assertThat(status(Role.PRACTITIONER, path)).as("practitioner").isEqualTo(practitioner);
        assertThat(status(Role.MANAGER, path)).as("manager").isEqualTo(manager);
        assertThat(status(Role.OPERATOR, path)).as("operator").isEqualTo(operator);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda",
                "/camunda/",
                "/camunda/app/",
                "/camunda/app/tasklist",
                "/camunda/app/tasklist/",
                "/camunda/app/tasklist/nowhere/",
                "/camunda/app/tasklist/default",
                "/camunda/app/tasklist/default/index.html",
                "/camunda/app/tasklist/scripts/config.js",
                "/camunda/app/nowhere/default/",
                "/camunda/api/",
                "/camunda/api/tasklist/plugin/x/default/",
                "/camunda/api/admin/plugin/adminPlugins/default/metrics/x/aggregated",
                "/camunda/api/engine/",
                "/camunda/api/engine/engine/default/user/count",
                "/camunda/api/engine/engine/default/identity/groups?userId=nobody",
                "/camunda/nowhere",
                "/camunda/securityFilterRules.json",
                "/webjars/camunda/app/tasklist/index.html"
            })
    void failsForNobody(String path) {
        assertThat(new Visitor(port).get(path).statusCode()).as("stranger").isLessThan(500);
        people.forEach((role, person) ->
                assertThat(person.get(path).statusCode()).as(role.code()).isLessThan(500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/camunda/api/admin/setup/default/user/create"
            })
    void letsNobodyInThroughTheEnginesOwnDoors(String path) {
        assertThat(new Visitor(port)
                        .postForm(path, Map.of("username", "demo", "password", "demo"))
                        .statusCode())
                .isEqualTo(401);
        people.forEach(
                (role, person) -> assertThat(person.postForm(path, Map.of("username", "demo", "password", "demo"))
                                .statusCode())
                        .as(role.code())
                        .isEqualTo(403));
    }

    private int status(Role role, String path) {
        return people.get(role).get(path).statusCode();
    }
}
