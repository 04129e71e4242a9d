package org.carewright.negative;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.carewright.identity.Role;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestVisits;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a form or body doesn't offer can't be set by adding it. The API refuses a body with a member it doesn't know;
 * forms take what they ask for, and the rest of the row is as it would have been.
 */
@CarewrightTest
class MassAssignmentTests {

    private static final String ME = "/api/v1/auth/me";
    private static final String REGISTER = "/api/v1/auth/patient/register";
    private static final String PASSWORD = "violet otter nine lanterns";

    /** Columns of an account that give rights, by every name they have. */
    private static final Map<String, String> RIGHTS = Map.ofEntries(
            Map.entry("id", "00000000-0000-4000-8000-000000000001"),
            Map.entry("clinicId", "00000000-0000-4000-8000-000000000002"),
            Map.entry("clinic_id", "00000000-0000-4000-8000-000000000002"),
            Map.entry("door", "desk"),
            Map.entry("roles", "manager"),
            Map.entry("role", "manager"),
            Map.entry("status", "active"),
            Map.entry("active", "true"),
            Map.entry("verified", "true"),
            Map.entry("emailVerifiedAt", "2026-01-01T00:00:00Z"),
            Map.entry("securityStamp", "77"),
            Map.entry("passwordHash", "{noop}secret"),
            Map.entry("demo", "true"));

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    private TestClinic clinic;
    private String email;

    @BeforeEach
    void openClinic() {
        clinic = clinics.open();
        email = "new-" + UUID.randomUUID() + "@patient.example";
    }

    @Test
    void onesOwnAccountTakesNameAndLanguageOnly() {
        var person = staff.of(clinic, Role.RECEPTIONIST);
        var app = new ApiClient(port).signedIn(person);
        var asked = Map.of("name", "Nora Quist", "language", "hi");
        var before = account(person.email());

        refusesEach(RIGHTS, asked, body -> app.send("PUT", ME, body));
        refusesEach(Map.of("email", "other@staff.example"), asked, body -> app.send("PUT", ME, body));

        assertThat(account(person.email())).isEqualTo(before);
        assertThat(app.send("PUT", ME, text(asked)).statusCode()).isEqualTo(200);
        assertThat(account(person.email())).containsEntry("display_name", "Nora Quist");
    }

    @Test
    void registeringThroughTheApiTakesWhatItAsksForOnly() {
        var app = new ApiClient(port);
        var asked = Map.of(
                "qrCode",
                clinic.slug(),
                "firstName",
                "Nora",
                "lastName",
                "Quist",
                "email",
                email,
                "password",
                PASSWORD);

        refusesEach(RIGHTS, asked, body -> app.send("POST", REGISTER, body));

        assertThat(accounts(email)).isZero();
        assertThat(app.send("POST", REGISTER, text(asked)).statusCode()).isEqualTo(202);
        assertUnverified();
    }

    /** Each on its own, so that one that is taken can't hide behind one that isn't. */
    private void refusesEach(Map<String, ?> added, Map<String, ?> asked, Function<String, HttpResponse<String>> send) {
        added.forEach((name, value) -> {
            Map<String, Object> body = new LinkedHashMap<>(asked);
            body.put(name, value);
            var answer = send.apply(text(body));
            assertThat(answer.statusCode()).as(name).isEqualTo(422);
            assertThat(ApiClient.json(answer).get("code").asText()).as(name).isEqualTo("unknown_member");
        });
    }

    private String text(Map<String, ?> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void registeringOnThePageOpensAnUnverifiedPortalAccountWhateverTheFormSays() {
        var page = "/portal/register?clinic=" + clinic.slug();
        var visitor = new Visitor(port);
        var form = new LinkedHashMap<>(RIGHTS);
        form.putAll(Map.of("name", "Nora Quist", "email", email, "password", PASSWORD));
        form.put("_csrf", visitor.csrfToken(page));

        assertThat(visitor.postForm(page, form).statusCode()).isEqualTo(200);

        assertUnverified();
    }

    private void assertUnverified() {
        assertThat(account(email))
                .containsEntry("display_name", "Nora Quist")
                .containsEntry("clinic_id", clinic.id())
                .containsEntry("door", "portal")
                .containsEntry("roles", "{}")
                .containsEntry("status", "unverified")
                .containsEntry("security_stamp", 0)
                .containsEntry("email_verified_at", null)
                .containsEntry("demo", false);
    }

    @Test
    void aKeyIsItsMakersInItsMakersClinicWhateverTheFormSays() {
        var manager = staff.of(clinic, Role.MANAGER);
        var browser = new Visitor(port).signedIn(manager);
        var page = "/desk/settings/api-keys";
        var form = new HashMap<String, String>();
        form.putAll(Map.of("name", "Website", "scopes", "appointments:read", "days", "30"));
        form.putAll(Map.of(
                "clinicId", clinics.open().id().toString(),
                "createdBy", UUID.randomUUID().toString(),
                "expiresAt", "2999-01-01T00:00:00Z",
                "hash", "x",
                "prefix", "cwk_mine"));
        form.put("_csrf", browser.csrfToken(page));

        assertThat(browser.postForm(page, form).statusCode()).isEqualTo(200);

        var row = scheduling.in(
                clinic,
                () -> database.queryForMap("select name, created_by, prefix,"
                        + " expires_at < now() + interval '31 days' as soon from identity.api_key"));
        assertThat(row)
                .containsEntry("name", "Website")
                .containsEntry("created_by", manager.id())
                .containsEntry("soon", true)
                .doesNotContainEntry("prefix", "cwk_mine");
    }

    @Test
    void aBookingSetsNeitherItsPriceNorItsStateNorWhoseItIs() {
        var practice = visits.open(clinic, null);
        var someone = scheduling.patient(clinic);
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "serviceId",
                practice.onRequest(),
                "practitionerId",
                practice.practitioner(),
                "start",
                clock.instant()
                        .truncatedTo(ChronoUnit.DAYS)
                        .plus(Duration.ofHours(2 * 24 + 15))
                        .toString(),
                "form",
                TestVisits.form()));
        var path = "/api/v1/public/clinics/" + clinic.slug() + "/appointments";
        var app = new ApiClient(port);

        refusesEach(
                Map.of(
                        "id",
                        "00000000-0000-4000-8000-000000000001",
                        "status",
                        "confirmed",
                        "priceMinor",
                        1,
                        "price",
                        Map.of("amountMinor", 1, "currency", "USD"),
                        "patientId",
                        someone,
                        "overbooked",
                        true,
                        "bookAnyway",
                        true,
                        "clinicId",
                        clinics.open().id()),
                body,
                sent -> app.send("POST", path, sent));
        var answer = app.send("POST", path, text(body));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var row = scheduling.in(
                clinic,
                () -> database.queryForMap(
                        "select patient_id, status, price_minor, overbooked from scheduling.appointment"));
        assertThat(row)
                .containsEntry("status", "requested")
                .containsEntry("price_minor", 8000L)
                .containsEntry("overbooked", false)
                .doesNotContainEntry("patient_id", someone);
    }

    private int accounts(String address) {
        return scheduling.in(
                clinic,
                () -> database.queryForObject(
                        "select count(*) from identity.account where email = ?", Integer.class, address));
    }

    private Map<String, Object> account(String address) {
        return scheduling.in(
                clinic,
                () -> new HashMap<>(database.queryForMap(
                        "select id, clinic_id, door, email, display_name, language, roles::text as roles, status,"
                                + " security_stamp, password_hash, email_verified_at, demo"
                                + " from identity.account where email = ?",
                        address)));
    }
}
