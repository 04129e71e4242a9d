package org.carewright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@CarewrightTest
class SignInTests {

    private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=10";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    ClinicScope scope;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;
    private Person receptionist;
    private Visitor visitor;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
        receptionist = staff.of(clinic, Role.RECEPTIONIST);
        visitor = new Visitor(port);
    }

    @Test
    void leadsStaffToTheDesk() {
        var answer = visitor.signIn(receptionist.email().toUpperCase(java.util.Locale.ROOT), TestStaff.PASSWORD);

        assertThat(location(answer)).endsWith("/desk");
        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void leadsOperatorsToCockpit() {
        var answer = visitor.signIn(staff.operator());

        assertThat(location(answer)).endsWith("/ops/clinics");
    }

    @Test
    void comesBackToThePageThatWasAskedFor() {
        visitor.get("/camunda/app/tasklist/default/");

        assertThat(location(visitor.signIn(receptionist.email(), TestStaff.PASSWORD)))
                .endsWith("/camunda/app/tasklist/default/");
    }

    @Test
    void answersAlikeForWrongPasswordAndUnknownAccount() {
        var wrong = visitor.signIn(receptionist.email(), "wrong");
        var unknown = visitor.signIn("nobody-" + UUID.randomUUID() + "@staff.example", "wrong");

        assertThat(wrong.statusCode()).isEqualTo(302).isEqualTo(unknown.statusCode());
        assertThat(location(wrong)).endsWith("/desk/sign-in?refused").isEqualTo(location(unknown));
        assertThat(wrong.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        assertThat(visitor.get("/desk/sign-in?refused").body()).contains("role=\"alert\"");
        assertThat(visitor.get("/desk/sign-in").body()).doesNotContain("role=\"alert\"", "role=\"status\"");
    }

    @Test
    void refusesSignInWithoutCsrfToken() {
        var answer = visitor.postForm(
                "/desk/sign-in", Map.of("email", receptionist.email(), "password", TestStaff.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void givesTheSessionANewIdWhenSomeoneSignsIn() {
        visitor.get("/desk");
        var before = visitor.cookie("SESSION");

        visitor.signedIn(receptionist);

        assertThat(before).isPresent();
        assertThat(visitor.cookie("SESSION")).isPresent().isNotEqualTo(before);
    }

    @Test
    void keepsTheSessionCookieFromScriptsAndOtherSites() {
        var cookie = visitor.signIn(receptionist.email(), TestStaff.PASSWORD).headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("SESSION="))
                .findFirst();

        assertThat(cookie.orElseThrow()).contains("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void endsTheSessionAtSignOut() {
        visitor.signedIn(receptionist);

        var answer = visitor.postForm("/desk/sign-out", Map.of("_csrf", visitor.csrfToken("/desk")));

        assertThat(location(answer)).endsWith("/desk/sign-in?signed-out");
        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(401);
    }

    /** Else any page of the web could sign people out. */
    @Test
    void refusesSignOutWithoutCsrfToken() {
        visitor.signedIn(receptionist);

        assertThat(visitor.postForm("/desk/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void endsTheSessionAtTasklistsOwnSignOut() {
        visitor.signedIn(receptionist);

        visitor.postJson("/camunda/api/admin/auth/user/default/logout", "");

        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void signsOutWhoseAccountIsClosed() {
        visitor.signedIn(receptionist);
        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(200);

        scope.run(
                clinic.id(),
                () -> transaction.executeWithoutResult(status -> database.update(
                        "update identity.account set status = 'closed', security_stamp = security_stamp + 1 where clinic_id = shared.current_clinic() and id = ?",
                        receptionist.id())));

        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(403);
        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(location(visitor.signIn(receptionist.email(), TestStaff.PASSWORD)))
                .endsWith("?refused");
    }

    @Test
    void signsOutEverywhereWhoseStampHasMoved() {
        var elsewhere = new Visitor(port).signedIn(receptionist);
        visitor.signedIn(receptionist);

        scope.run(
                clinic.id(),
                () -> transaction.executeWithoutResult(status -> database.update(
                        "update identity.account set security_stamp = security_stamp + 1"
                                + " where clinic_id = shared.current_clinic() and id = ?",
                        receptionist.id())));

        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(403);
        assertThat(elsewhere.get("/camunda/api/engine/engine/").statusCode()).isEqualTo(403);
        assertThat(elsewhere.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(visitor.signedIn(receptionist).get(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void leadsPatientsToThePortalAndNowhereElse() {
        var patient = staff.portal(clinic);

        var answer = visitor.signIn(Door.PORTAL, patient.email(), TestStaff.PASSWORD);

        assertThat(location(answer)).endsWith("/portal");
        assertThat(visitor.get("/portal").body()).contains("Welcome, Test patient");
        assertThat(visitor.get("/desk").statusCode()).isEqualTo(403);
        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(403);
    }

    @Test
    void letsNobodyInAtTheOtherDoor() {
        var patient = staff.portal(clinic);

        assertThat(location(visitor.signIn(Door.DESK, patient.email(), TestStaff.PASSWORD)))
                .endsWith("/desk/sign-in?refused");
        assertThat(location(visitor.signIn(Door.PORTAL, receptionist.email(), TestStaff.PASSWORD)))
                .endsWith("/portal/sign-in?refused");
        assertThat(visitor.signedIn(receptionist).get("/portal").statusCode()).isEqualTo(403);
    }

    @Test
    void leadsAPatientNotToThePageTheyAskedForAtTheDesk() {
        visitor.get("/desk/calendar");

        var answer = visitor.signIn(Door.PORTAL, staff.portal(clinic).email(), TestStaff.PASSWORD);

        assertThat(location(answer)).endsWith("/portal");
    }

    @Test
    void endsThePortalsSessionAtSignOut() {
        visitor.signedIn(Door.PORTAL, staff.portal(clinic));

        var answer = visitor.postForm("/portal/sign-out", Map.of("_csrf", visitor.csrfToken("/portal")));

        assertThat(location(answer)).endsWith("/portal/sign-in?signed-out");
        assertThat(location(visitor.get("/portal"))).endsWith("/portal/sign-in");
    }

    @Test
    void refusesSignInAtThePortalWithoutCsrfToken() {
        var answer = visitor.postForm(
                "/portal/sign-in", Map.of("email", staff.portal(clinic).email(), "password", TestStaff.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void renewsAHashOfAnotherKindAtTheNextSignIn() {
        var bcrypt = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(TestStaff.PASSWORD);
        scope.run(
                clinic.id(),
                () -> transaction.executeWithoutResult(status -> database.update(
                        "update identity.account set password_hash = ?"
                                + " where clinic_id = shared.current_clinic() and id = ?",
                        bcrypt,
                        receptionist.id())));

        visitor.signedIn(receptionist);

        assertThat(database.queryForObject(
                        "select password_hash from identity.account_by_email('desk', ?)",
                        String.class,
                        receptionist.email()))
                .startsWith("{argon2}");
        assertThat(visitor.get(TASKS).statusCode())
                .as("no one is signed out by it")
                .isEqualTo(200);
    }

    @Test
    void limitsAttemptsForOneAccount() {
        for (var attempt = 0; attempt < 10; attempt++) {
            visitor.signIn(receptionist.email(), "wrong");
        }

        var answer = visitor.signIn(receptionist.email(), TestStaff.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
