package org.carewright.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carewright.test.ApiClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.carewright.identity.Role;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sessions of apps, over HTTP. */
@CarewrightTest
class TokenTests {

    private static final String ME = "/api/v1/auth/me";
    private static final String REFRESH = "/api/v1/auth/refresh";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ClinicScope scope;

    private ApiClient app;
    private TestClinic clinic;
    private Person person;

    @BeforeEach
    void openClinic() {
        app = new ApiClient(port);
        clinic = clinics.open();
        person = staff.of(clinic, Role.RECEPTIONIST);
    }

    @Test
    void signInGivesATokenThatOpensWhatTheRoleMay() {
        var tokens = app.login(person);

        var me = app.with(access(tokens)).get(ME);

        assertThat(tokens.get("expiresIn").asLong()).isEqualTo(900);
        assertThat(tokens.get("refreshExpiresIn").asLong()).isEqualTo(7 * 24 * 3600);
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(json(me).get("id").asText()).isEqualTo(person.id().toString());
        assertThat(json(me).get("clinicId").asText()).isEqualTo(clinic.id().toString());
        assertThat(me.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void worksInTheClinicOfItsAccountOnly() {
        var patient = scheduling.patient(clinic);
        var practitioner = scheduling.practitioner(clinic);
        var service = scheduling.service(clinic, Map.of(), practitioner);
        var appointment = scheduling.appointment(
                clinic, patient, service, practitioner, java.time.Instant.parse("2026-11-02T15:00:00Z"));
        var path = "/api/v1/appointments/" + appointment;

        var stranger = staff.of(clinics.open(), Role.RECEPTIONIST);

        assertThat(app.signedIn(person).get(path).statusCode()).isEqualTo(200);
        assertThat(app.signedIn(stranger).get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void unknownAddressAndWrongPasswordGetTheSameAnswer() {
        var wrong = login(person.email(), "not the password");
        var unknown = login("nobody-" + UUID.randomUUID() + "@staff.example", "not the password");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(json(wrong).get("code").asText()).isEqualTo("bad_credentials");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void aCookieOpensNothingHere() {
        var browser = new Visitor(port).signedIn(person);

        assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
        assertThat(browser.get(ME).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOpensNoPage() {
        assertThat(app.signedIn(person).get(ME).statusCode()).isEqualTo(200);
        assertThat(app.signedIn(person).get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void refreshingGoesOnWithNewTokens() {
        var first = app.login(person);

        var second = refresh(first);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(app.with(access(json(second))).get(ME).statusCode()).isEqualTo(200);
        assertThat(refresh(json(second)).statusCode()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenThatComesAgainEndsTheWholeFamily() {
        var first = app.login(person);
        var second = json(refresh(first));
        assertThat(app.with(access(second)).get(ME).statusCode()).isEqualTo(200);
        usedLongAgo();

        var again = refresh(first);

        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(json(again).get("code").asText()).isEqualTo("invalid_token");
        assertThat(refresh(second).statusCode()).isEqualTo(401);
        assertThat(app.with(access(second)).get(ME).statusCode()).isEqualTo(401);
    }

    @Test
    void anotherSignInOfTheAccountIsNoPartOfTheFamily() {
        var other = app.login(person);
        var first = app.login(person);
        refresh(first);
        usedLongAgo();
        refresh(first);

        assertThat(app.with(access(first)).get(ME).statusCode()).isEqualTo(401);
        assertThat(app.with(access(other)).get(ME).statusCode()).isEqualTo(200);
    }

    @Test
    void ofManyRefreshesAtOnceExactlyOneWinsAndTheOthersAreToldSo() throws Exception {
        var first = app.login(person);
        var pool = Executors.newFixedThreadPool(4);
        try {
            var answers = pool
                    .invokeAll(java.util.Collections.nCopies(8, (Callable<HttpResponse<String>>) () -> refresh(first)))
                    .stream()
                    .map(TokenTests::result)
                    .toList();

            assertThat(answers.stream().map(HttpResponse::statusCode))
                    .containsOnlyOnce(200)
                    .containsOnly(200, 409);
            var winner = answers.stream()
                    .filter(answer -> answer.statusCode() == 200)
                    .findFirst()
                    .orElseThrow();
            assertThat(refresh(json(winner)).statusCode()).isEqualTo(200);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void signingOutEndsAccessAndRefreshAtOnce() {
        var tokens = app.login(person);
        var signedIn = app.with(access(tokens));
        assertThat(signedIn.get(ME).statusCode()).isEqualTo(200);

        assertThat(signedIn.send("POST", "/api/v1/auth/logout", null).statusCode())
                .isEqualTo(204);

        assertThat(signedIn.get(ME).statusCode()).isEqualTo(401);
        assertThat(refresh(tokens).statusCode()).isEqualTo(401);
    }

    @Test
    void closingTheAccountEndsItsTokensAtOnce() {
        var tokens = app.login(person);
        assertThat(app.with(access(tokens)).get(ME).statusCode()).isEqualTo(200);

        close();

        assertThat(app.with(access(tokens)).get(ME).statusCode()).isEqualTo(401);
        assertThat(refresh(tokens).statusCode()).isEqualTo(401);
    }

    @Test
    void aMovedSecurityStampEndsTokensAtOnceButNotThoseOfANewSignIn() {
        var tokens = app.login(person);
        assertThat(app.with(access(tokens)).get(ME).statusCode()).isEqualTo(200);

        scheduling.in(
                clinic,
                () -> database.update(
                        "update identity.account set security_stamp = security_stamp + 1 where id = ?", person.id()));

        assertThat(app.with(access(tokens)).get(ME).statusCode()).isEqualTo(401);
        assertThat(refresh(tokens).statusCode()).isEqualTo(401);
        assertThat(app.signedIn(person).get(ME).statusCode()).isEqualTo(200);
    }

    @Test
    void whoHasASecondFactorGetsAChallengeInPlaceOfTokens() {
        var manager = staff.of(clinic, Role.MANAGER);

        var answer = login(manager.email(), TestStaff.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).get("code").asText()).isEqualTo("second_factor_challenge");
        var challenge = json(answer).get("challengeToken").asText();
        assertThat(app.with(challenge).get(ME).statusCode()).isEqualTo(401);
        assertThat(secondFactor(challenge, "000000").statusCode()).isEqualTo(401);
        assertThat(secondFactor("a.b.c", manager.code().get()).statusCode()).isEqualTo(401);
        var tokens = json(secondFactor(challenge, manager.code().get()));
        assertThat(app.with(access(tokens)).get(ME).statusCode()).isEqualTo(200);
    }

    @Test
    void whoNeedsASecondFactorAndHasNoneGetsNoTokens() {
        var answer = login(staff.withoutFactor(clinic, Role.MANAGER).email(), TestStaff.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("code").asText()).isEqualTo("second_factor_setup_required");
    }

    @Test
    void theTwoDoorsDontMix() {
        var patient = staff.portal(clinic);

        var me = app.with(access(app.portalLogin(patient))).get(ME);

        assertThat(json(me).get("door").asText()).isEqualTo("portal");
        assertThat(login(patient.email(), TestStaff.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(app.with(access(app.portalLogin(patient)))
                        .get("/api/v1/appointments?from=2026-11-01&to=2026-11-02")
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> secondFactor(String challenge, String code) {
        return app.post("/api/v1/auth/second-factor", Map.of("challengeToken", challenge, "code", code));
    }

    @Test
    void storedRefreshTokensOpenNothing() {
        var refreshToken = app.login(person).get("refreshToken").asText();

        var stored = database.queryForList("select encode(hash, 'escape') from identity.refresh_token", String.class);

        assertThat(stored).isNotEmpty().doesNotContain(refreshToken);
    }

    @Test
    void membersThatCantBeSetAreRefused() {
        var login = Map.of("email", person.email(), "password", TestStaff.PASSWORD);
        var more = Map.of("email", person.email(), "password", TestStaff.PASSWORD, "role", "operator");

        assertThat(app.post("/api/v1/auth/staff/login", login).statusCode()).isEqualTo(200);
        var refused = app.post("/api/v1/auth/staff/login", more);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("code").asText()).isEqualTo("unknown_member");
    }

    private void close() {
        scheduling.in(
                clinic,
                () -> database.update("update identity.account set status = 'closed' where id = ?", person.id()));
    }

    /** Moves the use of the account's tokens out of the seconds in which a twin is forgiven. */
    private void usedLongAgo() {
        database.update(
                "update identity.refresh_token t set used_at = used_at - interval '1 minute' from identity.token_family f"
                        + " where f.id = t.family_id and f.account_id = ? and used_at is not null",
                person.id());
    }

    private HttpResponse<String> login(String email, String password) {
        return app.post("/api/v1/auth/staff/login", Map.of("email", email, "password", password));
    }

    private HttpResponse<String> refresh(JsonNode tokens) {
        return app.post(
                REFRESH, Map.of("refreshToken", tokens.get("refreshToken").asText()));
    }

    private static String access(JsonNode tokens) {
        return tokens.get("accessToken").asText();
    }

    private static <T> T result(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
