package org.carewright.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.carewright.identity.AccountSetup;
import org.carewright.identity.Door;
import org.carewright.identity.NewAccount;
import org.carewright.identity.Role;
import org.carewright.identity.matrix.RoleMatrix;
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
import org.springframework.security.crypto.password.PasswordEncoder;

/** The step between the password and being signed in (IAM-4). */
@CarewrightTest
class SecondFactorSignInTests {

    private static final String STEP = "/desk/second-factor";
    private static final Pattern SECRET = Pattern.compile("<code class=\"cw-code\">([A-Z2-7 ]+)</code>");
    private static final Pattern RECOVERY_CODE = Pattern.compile("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}");

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    SecondFactors factors;

    @Autowired
    RoleMatrix matrix;

    @Autowired
    AccountSetup accounts;

    @Autowired
    ClinicScope scope;

    @Autowired
    PasswordEncoder passwords;

    private TestClinic clinic;
    private Visitor visitor;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
        visitor = new Visitor(port);
    }

    @Test
    void opensNothingButItsOwnPageBetweenTheSteps() {
        visitor.signIn(staff.of(clinic, Role.MANAGER).email(), TestStaff.PASSWORD);
        var closed = matrix.rules().stream()
                .filter(rule -> !rule.isPublic() && !rule.reaches().containsKey(RoleMatrix.SECOND_FACTOR))
                .filter(rule -> rule.method().matches("GET|\\*"))
                .map(rule -> rule.path()
                        .getPatternString()
                        .replaceAll("\\{[^}]+}", "default")
                        .replace("**", "default/task")
                        .replace("*", "app"))
                .toList();

        assertThat(closed).hasSizeGreaterThan(20).contains("/desk", "/camunda/api/engine/default/task");
        assertThat(closed).allSatisfy(path -> {
            var answer = visitor.get(path);
            assertThat(answer.statusCode() == 401
                            || answer.statusCode() == 302 && location(answer).endsWith("/second-factor"))
                    .as(path + " " + answer.statusCode())
                    .isTrue();
        });
        assertThat(visitor.get(STEP).statusCode()).isEqualTo(200);
    }

    @Test
    void changesNothingBetweenTheSteps() {
        visitor.signIn(staff.of(clinic, Role.MANAGER).email(), TestStaff.PASSWORD);

        assertThat(visitor.postJson("/camunda/api/engine/engine/default/task/x/claim", "{}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(visitor.postForm(
                                "/desk/settings/security",
                                Map.of(
                                        "staffIdleMinutes", "30",
                                        "portalIdleMinutes", "30",
                                        "_csrf", visitor.csrfToken(STEP)))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void signsInWithTheRightCodeInASessionWithANewId() {
        var manager = staff.of(clinic, Role.MANAGER);
        visitor.get("/camunda/app/tasklist/default/");
        var first = visitor.cookie("SESSION");
        var answer = visitor.signIn(manager.email(), TestStaff.PASSWORD);
        var between = visitor.cookie("SESSION");

        assertThat(location(answer)).endsWith(STEP);
        assertThat(location(visitor.secondFactor(manager.code().get()))).endsWith("/camunda/app/tasklist/default/");
        assertThat(List.of(
                        first.orElseThrow(),
                        between.orElseThrow(),
                        visitor.cookie("SESSION").orElseThrow()))
                .doesNotHaveDuplicates();
        assertThat(visitor.get("/desk").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/camunda/api/engine/engine/default/task/count").statusCode())
                .isEqualTo(200);
    }

    @Test
    void staysBetweenTheStepsAfterAWrongCode() {
        visitor.signIn(staff.of(clinic, Role.MANAGER).email(), TestStaff.PASSWORD);

        assertThat(location(visitor.secondFactor("000000"))).endsWith(STEP + "?refused");
        assertThat(location(visitor.get("/desk"))).endsWith(STEP);
    }

    @Test
    void asksAlsoWhoNeedsNoSecondFactorButHasOne() {
        var receptionist = staff.withApp(staff.withoutFactor(clinic, Role.RECEPTIONIST));

        assertThat(location(visitor.signIn(receptionist.email(), TestStaff.PASSWORD)))
                .endsWith(STEP);
        assertThat(location(visitor.secondFactor(receptionist.code().get()))).endsWith("/desk");
    }

    @Test
    void asksPatientsWhoHaveOneAtTheirOwnDoor() {
        var patient = staff.withApp(staff.portal(clinic));

        assertThat(location(visitor.signIn(Door.PORTAL, patient.email(), TestStaff.PASSWORD)))
                .endsWith("/portal/second-factor");
        assertThat(location(visitor.get("/portal"))).endsWith("/portal/second-factor");
        assertThat(visitor.signedIn(Door.PORTAL, patient)
                        .get("/portal/security")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsWhoNeedsOneSetItUpAtTheFirstSignIn() {
        var manager = staff.withoutFactor(clinic, Role.MANAGER);
        visitor.signIn(manager.email(), TestStaff.PASSWORD);
        assertThat(location(visitor.get("/desk"))).endsWith(STEP);

        var added = visitor.get(path(setUpApp(manager)));

        var codes = RECOVERY_CODE
                .matcher(added.body())
                .results()
                .map(found -> found.group())
                .toList();
        assertThat(codes).hasSize(10);
        assertThat(visitor.get("/desk").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/desk/security/added").body()).doesNotContain(codes);
        var elsewhere = new Visitor(port);
        elsewhere.signIn(manager.email(), TestStaff.PASSWORD);
        assertThat(location(elsewhere.secondFactor(codes.get(0)))).endsWith("/desk");
    }

    @Test
    void whoHasOneCantAddAnotherBetweenTheSteps() {
        visitor.signIn(staff.of(clinic, Role.MANAGER).email(), TestStaff.PASSWORD);

        assertThat(visitor.postForm(STEP + "/app", Map.of("_csrf", visitor.csrfToken(STEP)))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoWaitsWhileTheOwnerSetsOneUpGetsNowhere() {
        var manager = staff.withoutFactor(clinic, Role.MANAGER);
        var thief = new Visitor(port);
        thief.signIn(manager.email(), TestStaff.PASSWORD);
        visitor.signIn(manager.email(), TestStaff.PASSWORD);
        setUpApp(manager);

        assertThat(thief.postForm(STEP + "/app", Map.of("_csrf", thief.csrfToken(STEP)))
                        .statusCode())
                .isEqualTo(409);
        assertThat(location(thief.get("/desk"))).endsWith(STEP);
        assertThat(location(thief.get("/desk/security/added"))).endsWith(STEP);
    }

    @Test
    void theLastFactorOfWhoNeedsOneStays() {
        var manager = staff.of(clinic, Role.MANAGER);
        visitor.signedIn(manager);

        assertThat(removeApp().statusCode()).isEqualTo(409);
        assertThat(factors.of(manager.id()).totp()).isTrue();
    }

    @Test
    void theLastFactorOfOthersMayGo() {
        var receptionist = staff.withApp(staff.withoutFactor(clinic, Role.RECEPTIONIST));
        visitor.signedIn(receptionist);

        assertThat(removeApp().statusCode()).isEqualTo(302);
        assertThat(factors.of(receptionist.id()).enrolled()).isFalse();
    }

    @Test
    void demoLoginsWhosePasswordIsPublicNeedNone() {
        var email = "manager@" + clinic.slug() + ".example";
        var account = new NewAccount(email, "Demo", Role.MANAGER, passwords.encode(TestStaff.PASSWORD), true);
        scope.call(clinic.id(), () -> accounts.createStaff(account));

        assertThat(location(visitor.signIn(email, TestStaff.PASSWORD))).endsWith("/desk");
    }

    private HttpResponse<String> removeApp() {
        return visitor.postForm("/desk/security/app/remove", Map.of("_csrf", visitor.csrfToken("/desk/security")));
    }

    private HttpResponse<String> setUpApp(Person person) {
        visitor.postForm(STEP + "/app", Map.of("_csrf", visitor.csrfToken(STEP)));
        var shown = SECRET.matcher(visitor.get(STEP + "/app").body());
        assertThat(shown.find()).isTrue();
        var code = Totp.codeAt(TestBase32.decode(shown.group(1)), java.time.Instant.now());
        var answer = visitor.postForm(
                STEP + "/app/confirm", Map.of("code", code, "_csrf", visitor.csrfToken(STEP + "/app")));
        assertThat(location(answer)).as(person.email()).endsWith("/desk/security/added");
        return answer;
    }

    private static String path(HttpResponse<String> answer) {
        return location(answer).replaceFirst("https?://[^/]+", "");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
