package org.carewright.audit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.carewright.audit.AuditEvent;
import org.carewright.audit.AuditFilter;
import org.carewright.audit.AuditLog;
import org.carewright.audit.AuditTrail;
import org.carewright.identity.Role;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestStaff;
import org.carewright.test.TestWorkday;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people do in Tasklist and Cockpit stands in the log with who did it and how it ended (HIP-1). */
@CarewrightTest
class EngineDeedFilterTests {

    private static final String API = "/camunda/api/engine/engine/default/";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestWorkday workdays;

    @Autowired
    ClinicScope scope;

    @Autowired
    AuditTrail trail;

    @Test
    void recordsWhatStaffDoInTheirClinicsLog() {
        var clinic = clinics.open();
        var person = staff.of(clinic, Role.RECEPTIONIST);
        var desk = new Visitor(port).signedIn(person);
        var task = UUID.randomUUID();
        desk.get("/camunda/app/tasklist/default/");

        var answer = desk.postJson(API + "task/" + task + "/complete", "{}");

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(events(clinic.id(), person.id(), "engine.task.complete"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.resourceId()).isEqualTo(task);
                    assertThat(event.actorRole()).isEqualTo("receptionist");
                    assertThat(event.outcome()).isNotEqualTo(AuditLog.SUCCESS);
                    assertThat(event.address()).isNotBlank();
                });
    }

    @Test
    void recordsWhatOperatorsDoInThePlatformsLog() {
        var person = staff.operator();
        var cockpit = new Visitor(port).signedIn(person);
        cockpit.get("/camunda/app/cockpit/default/");

        var job = UUID.randomUUID();
        var answer = cockpit.putJson(API + "job/" + job + "/retries", "{\"retries\": 1}");

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(events(AuditLog.PLATFORM, person.id(), "engine.job.retries"))
                .singleElement()
                .satisfies(event -> assertThat(event.resourceId()).isEqualTo(job));
    }

    @Test
    void tellsThePatientWhomATaskOrAnInstanceIsAbout() {
        var day = workdays.begin();
        var visit = workdays.find(day, workdays.visit(day, "13:00"));
        var clinic = day.practice().clinic();
        var desk = new Visitor(port).signedIn(day.reception());
        desk.get("/camunda/app/tasklist/default/");
        var task = desk.get(API + "task?maxResults=10").body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");

        assertThat(desk.get(API + "task/" + task + "/form-variables").statusCode())
                .isEqualTo(200);
        var form = desk.postJson(
                API + "task/" + task + "/submit-form", "{\"variables\": {\"contactConfirmed\": {\"value\": true}}}");

        assertThat(form.statusCode()).isEqualTo(204);
        for (var action : List.of("engine.task.form-variables.read", "engine.task.submit-form")) {
            assertThat(events(clinic.id(), day.reception().id(), action))
                    .singleElement()
                    .satisfies(event -> assertThat(event.patientId()).isEqualTo(visit.patientId()));
        }
    }

    @Test
    void tellsNothingOfAnotherClinicsTask() {
        var day = workdays.begin();
        workdays.visit(day, "13:00");
        var own = new Visitor(port).signedIn(day.reception());
        own.get("/camunda/app/tasklist/default/");
        var task = own.get(API + "task?maxResults=10").body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        var elsewhere = clinics.open();
        var stranger = staff.of(elsewhere, Role.RECEPTIONIST);
        var desk = new Visitor(port).signedIn(stranger);
        desk.get("/camunda/app/tasklist/default/");

        desk.get(API + "task/" + task + "/form-variables");

        assertThat(events(elsewhere.id(), stranger.id(), "engine.task.form-variables.read"))
                .singleElement()
                .satisfies(event -> assertThat(event.patientId()).isNull());
    }

    private List<AuditEvent> events(UUID log, UUID actorId, String action) {
        var filter = new AuditFilter(null, null, actorId, null, action, null, false);
        return scope.call(log, () -> trail.page(filter, null, 10));
    }
}
