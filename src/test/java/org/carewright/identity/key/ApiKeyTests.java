package org.carewright.identity.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carewright.test.ApiClient.json;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
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

/** Keys with which other software works for a clinic. */
@CarewrightTest
class ApiKeyTests {

    private static final String PAGE = "/desk/settings/api-keys";
    private static final String LIST = "/api/v1/appointments?from=2026-11-01&to=2026-11-30";
    private static final Pattern SECRET = Pattern.compile("cwk_[A-Za-z0-9_-]{43}");

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    ApiKeys keys;

    @Autowired
    ClinicScope scope;

    @Autowired
    JdbcTemplate database;

    private ApiClient app;
    private TestClinic clinic;
    private Person manager;

    @BeforeEach
    void openClinic() {
        app = new ApiClient(port);
        clinic = clinics.open();
        manager = staff.of(clinic, Role.MANAGER);
    }

    @Test
    void aManagerMakesAKeyThatIsShownOnceAndWorks() {
        var browser = new Visitor(port).signedIn(manager);

        var shown = create(browser, Map.of("name", "Website", "scopes", "appointments:read", "days", "30"));

        var secret = SECRET.matcher(shown);
        assertThat(secret.find()).isTrue();
        var answer = app.with(secret.group()).get(LIST);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(browser.get(PAGE).body()).contains("Website", "last used").doesNotContain(secret.group());
    }

    @Test
    void aKeyReachesItsOwnClinicOnly() {
        var appointment = appointment(clinics.open());
        var own = appointment(clinic);
        var withKey = app.with(key(30));

        assertThat(withKey.get("/api/v1/appointments/" + own).statusCode()).isEqualTo(200);
        assertThat(withKey.get("/api/v1/appointments/" + appointment).statusCode())
                .isEqualTo(404);
        assertThat(json(withKey.get(LIST)).get("items")).hasSize(1);
    }

    @Test
    void aKeyDoesNoMoreThanItsScopesSay() {
        var withKey = app.with(key(30));

        assertThat(withKey.get(LIST).statusCode()).isEqualTo(200);
        assertThat(withKey.get("/api/v1/auth/me").statusCode()).isEqualTo(403);
        assertThat(withKey.get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void aRevokedKeyOpensNothing() {
        var secret = key(30);
        assertThat(app.with(secret).get(LIST).statusCode()).isEqualTo(200);
        var id = scope.call(clinic.id(), keys::list).get(0).id();
        var browser = new Visitor(port).signedIn(manager);
        var token = browser.csrfToken(PAGE);

        assertThat(browser.postForm(PAGE + "/" + id + "/revoke", Map.of("_csrf", token))
                        .statusCode())
                .isEqualTo(302);

        assertThat(app.with(secret).get(LIST).statusCode()).isEqualTo(401);
    }

    @Test
    void anotherClinicsKeyCantBeRevoked() {
        var secret = key(30);
        var id = scope.call(clinic.id(), keys::list).get(0).id();
        var browser = new Visitor(port).signedIn(staff.of(clinics.open(), Role.MANAGER));
        var token = browser.csrfToken(PAGE);

        assertThat(browser.postForm(PAGE + "/" + id + "/revoke", Map.of("_csrf", token))
                        .statusCode())
                .isEqualTo(404);

        assertThat(app.with(secret).get(LIST).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyRunsOut() {
        var secret = key(1);
        assertThat(app.with(secret).get(LIST).statusCode()).isEqualTo(200);

        scheduling.in(clinic, () -> database.update("update identity.api_key set expires_at = created_at"));

        assertThat(app.with(secret).get(LIST).statusCode()).isEqualTo(401);
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThat(app.with(key(30) + "x").get(LIST).statusCode()).isEqualTo(401);
        assertThat(app.with("cwk_" + UUID.randomUUID()).get(LIST).statusCode()).isEqualTo(401);
    }

    @Test
    void whatTheFormCantTakeIsSaidOnThePage() {
        var browser = new Visitor(port).signedIn(manager);

        assertThat(create(browser, Map.of("name", "Website", "scopes", "appointments:read", "days", "400")))
                .contains("role=\"alert\"")
                .doesNotContainPattern(SECRET);
        assertThat(create(browser, Map.of("name", "Website", "scopes", "everything:all", "days", "30")))
                .contains("role=\"alert\"")
                .doesNotContainPattern(SECRET);
    }

    @Test
    void tellsWhatIsLeftAndWhenToComeBack() {
        var withKey = app.with(key(30));

        var first = withKey.get(LIST);

        assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"api-caller\";q=300;w=60");
        assertThat(first.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"api-caller\";r=299;t=");
    }

    private String create(Visitor browser, Map<String, String> fields) {
        var form = new java.util.HashMap<>(fields);
        form.put("_csrf", browser.csrfToken(PAGE));
        return browser.postForm(PAGE, form).body();
    }

    private String key(int days) {
        return scope.call(clinic.id(), () -> keys.create("Test", Set.of("appointments:read"), days, manager.id()))
                .secret();
    }

    private UUID appointment(TestClinic of) {
        var practitioner = scheduling.practitioner(of);
        return scheduling.appointment(
                of,
                scheduling.patient(of),
                scheduling.service(of, Map.of(), practitioner),
                practitioner,
                java.time.Instant.parse("2026-11-02T15:00:00Z"));
    }
}
