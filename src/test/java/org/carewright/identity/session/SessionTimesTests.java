package org.carewright.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestTime;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How long a session lasts (IAM-5). */
@CarewrightTest
class SessionTimesTests {

    private static final String WHO = "/camunda/api/admin/auth/user/default";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

    @RegisterExtension
    final TestTime time = new TestTime();

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    ClinicScope scope;

    @Autowired
    ClinicSecurityService settings;

    @Autowired
    StampMapper stamps;

    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private TestClinic clinic;
    private Person receptionist;
    private Visitor visitor;
    private String token;

    @BeforeEach
    void setUp() {
        time.moveTo(start);
        clinic = clinics.open();
        receptionist = staff.of(clinic, Role.RECEPTIONIST);
        visitor = new Visitor(port);
    }

    @Test
    void endsAfterFifteenMinutesHoweverMuchThePagesAsk() {
        visitor.signedIn(receptionist).get("/desk");
        for (var minute = 1; minute < 15; minute++) {
            after(Duration.ofMinutes(minute));
            assertThat(visitor.get(TASKS).statusCode()).isEqualTo(200);
            assertThat(visitor.get("/desk/session").statusCode()).isEqualTo(200);
            assertThat(visitor.getInBackground("/desk").statusCode()).isEqualTo(200);
        }

        after(Duration.ofMinutes(15));

        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(location(visitor.get("/desk"))).endsWith("/desk/sign-in?ended");
    }

    @Test
    void lastsWhileSomeoneIsThere() {
        visitor.signedIn(receptionist).get("/desk");
        after(Duration.ofMinutes(14));
        token = visitor.csrfToken("/desk");
        after(Duration.ofMinutes(28));
        assertThat(active().statusCode()).isEqualTo(204);

        after(Duration.ofMinutes(42));

        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void endsAfterTwelveHoursWhateverIsDone() {
        visitor.signedIn(receptionist).get("/desk");
        for (var minutes = 10; minutes < 12 * 60; minutes += 10) {
            after(Duration.ofMinutes(minutes));
            assertThat(visitor.get("/desk/security").statusCode()).isEqualTo(200);
        }

        after(Duration.ofHours(12));

        assertThat(visitor.get("/desk/security").statusCode()).isEqualTo(302);
    }

    @Test
    void saysWhyItEndedAndComesBackToThePage() {
        visitor.signedIn(receptionist).get("/desk");
        after(Duration.ofMinutes(16));

        var answer = visitor.get("/desk/calendar");

        assertThat(location(answer)).endsWith("/desk/sign-in?ended");
        assertThat(visitor.get("/desk/sign-in?ended").body()).contains("role=\"status\"");
        assertThat(location(visitor.signIn(receptionist))).contains("/desk/calendar");
    }

    @Test
    void patientsHaveHalfAnHour() {
        visitor.signedIn(Door.PORTAL, staff.portal(clinic)).get("/portal");
        after(Duration.ofMinutes(29));
        assertThat(visitor.get("/portal/session").statusCode()).isEqualTo(200);

        after(Duration.ofMinutes(30));

        assertThat(location(visitor.get("/portal"))).endsWith("/portal/sign-in?ended");
    }

    @Test
    void lastsAsLongAsTheClinicHasChosen() {
        scope.run(clinic.id(), () -> settings.change(new ClinicSecurity(5, 30, false, ""), "127.0.0.1"));
        visitor.signedIn(receptionist).get("/desk");
        after(Duration.ofMinutes(4));
        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(200);

        after(Duration.ofMinutes(5));

        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void theStepBetweenPasswordAndSecondFactorEndsAfterTenMinutes() {
        var manager = staff.of(clinic, Role.MANAGER);
        visitor.signIn(manager.email(), TestStaff.PASSWORD);
        assertThat(visitor.get("/desk/second-factor").statusCode()).isEqualTo(200);
        after(Duration.ofMinutes(9));
        visitor.get("/desk/second-factor");

        after(Duration.ofMinutes(10));

        assertThat(location(visitor.get("/desk/second-factor"))).endsWith("/desk/sign-in?ended");
    }

    @Test
    void signingOutEverywhereEndsAllSessionsOfTheAccountAndNoOthers() {
        var elsewhere = new Visitor(port).signedIn(receptionist);
        var colleague = new Visitor(port).signedIn(staff.of(clinic, Role.RECEPTIONIST));
        visitor.signedIn(receptionist);
        elsewhere.get(TASKS);
        colleague.get(TASKS);

        visitor.postForm("/desk/security/sessions/end", Map.of("_csrf", visitor.csrfToken("/desk/security")));

        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(elsewhere.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(colleague.get(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void aMovedStampEndsTasklistsSessionWithItsNextRequest() {
        visitor.signedIn(receptionist);
        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(200);

        stamps.move(receptionist.id());

        assertThat(visitor.get(TASKS).statusCode()).isIn(401, 403);
        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void whoSignsInAfterSomeoneElseInTheSameBrowserGetsNothingOfTheirs() {
        var colleague = staff.of(clinics.open(), Role.RECEPTIONIST);
        visitor.signedIn(receptionist);
        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(200);
        assertThat(visitor.get(WHO).body()).contains(receptionist.id().toString());
        token = visitor.csrfToken("/desk");

        visitor.postForm(
                "/desk/sign-in", Map.of("email", colleague.email(), "password", TestStaff.PASSWORD, "_csrf", token));

        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(200);
        assertThat(visitor.get(WHO).body())
                .contains(colleague.id().toString())
                .doesNotContain(receptionist.id().toString());
    }

    @Test
    void showsEachOfOnesOwnSessionsAndNoOthers() {
        new Visitor(port).signedIn(receptionist).get("/desk");
        new Visitor(port).signedIn(staff.of(clinic, Role.RECEPTIONIST)).get("/desk");
        visitor.signedIn(receptionist);

        var page = visitor.get("/desk/security").body();

        assertThat(page.split("last active", -1)).hasSize(3);
        assertThat(page).doesNotContain(visitor.cookie("SESSION").orElseThrow());
    }

    @Test
    void changesToOnesSecurityNeedASignInThatIsNotLongAgo() {
        visitor.signedIn(receptionist).get("/desk");
        token = visitor.csrfToken("/desk/security");
        after(Duration.ofMinutes(11));

        var answer = visitor.postForm("/desk/security/app", Map.of("_csrf", token));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(visitor.get("/desk/security").body()).contains("/desk/security/again");
    }

    private HttpResponse<String> active() {
        return visitor.postForm("/desk/session/active", Map.of("_csrf", token));
    }

    private void after(Duration passed) {
        time.moveTo(start.plus(passed));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
