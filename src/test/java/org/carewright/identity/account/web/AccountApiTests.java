package org.carewright.identity.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carewright.test.ApiClient.json;

import java.util.Map;
import java.util.UUID;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Registering and forgotten passwords from an app. */
@CarewrightTest
class AccountApiTests {

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

    private ApiClient app;
    private TestClinic clinic;

    @BeforeEach
    void openClinic() {
        app = new ApiClient(port);
        clinic = clinics.open();
    }

    @Test
    void aQrCodeNamesItsClinic() {
        for (var code : new String[] {
            clinic.slug(),
            "https://clinic.example/c/" + clinic.slug() + "/register?x=1",
            "/c/" + clinic.slug() + "/book"
        }) {
            var answer = app.post("/api/v1/auth/verify-qr", Map.of("qrCode", code));
            assertThat(answer.statusCode()).as(code).isEqualTo(200);
            assertThat(json(answer).get("id").asText()).isEqualTo(clinic.id().toString());
        }
        assertThat(app.post("/api/v1/auth/verify-qr", Map.of("qrCode", "https://x.example/c/no-such-clinic"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void registeringOpensAnAccountThatMustBeConfirmed() {
        var email = "app-" + UUID.randomUUID() + "@patient.example";

        var answer = app.post("/api/v1/auth/patient/register", registration(email, "a long enough pass phrase"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(scheduling.in(
                        clinic,
                        () -> database.queryForObject(
                                "select status from identity.account where email = ?", String.class, email)))
                .isEqualTo("unverified");
    }

    @Test
    void registeringTellsNobodyWhetherThereIsAnAccount() {
        var known = staff.portal(clinic);

        var again = app.post("/api/v1/auth/patient/register", registration(known.email(), "a long enough pass phrase"));
        var fresh = app.post(
                "/api/v1/auth/patient/register",
                registration("app-" + UUID.randomUUID() + "@patient.example", "a long enough pass phrase"));

        assertThat(again.statusCode()).isEqualTo(fresh.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(fresh.body());
    }

    @Test
    void aBadPasswordIsNamed() {
        var answer = app.post("/api/v1/auth/patient/register", registration("a@patient.example", "short"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":\"password\"");
    }

    @Test
    void forgettingAPasswordTellsNobodyWhetherThereIsAnAccount() {
        var known = app.post(
                "/api/v1/auth/forgot-password",
                Map.of("door", "portal", "email", staff.portal(clinic).email()));
        var unknown =
                app.post("/api/v1/auth/forgot-password", Map.of("door", "portal", "email", "nobody@patient.example"));

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(202);
        assertThat(known.body()).isEqualTo(unknown.body());
    }

    @Test
    void aTokenThatNobodyGaveOutSetsNoPassword() {
        var answer = app.post(
                "/api/v1/auth/reset-password",
                Map.of("door", "portal", "token", "nothing", "password", "a long enough pass phrase"));

        assertThat(answer.statusCode()).isEqualTo(410);
    }

    private Map<String, String> registration(String email, String password) {
        return Map.of(
                "qrCode", clinic.slug(), "firstName", "Mira", "lastName", "Test", "email", email, "password", password);
    }
}
