package org.carewright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carewright.identity.Role;
import org.carewright.identity.key.ApiKeys;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestVisits;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people and software do stands in the clinic's log, with who did it (HIP-1). */
@CarewrightTest
class RecordedDeedsTests {

    private static final String KEYS = "/desk/settings/api-keys";
    private static final String SECURITY = "/desk/settings/security";

    @LocalServerPort
    int port;

    @Autowired
    AuditTrail trail;

    @Autowired
    ApiKeys keys;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestVisits visits;

    @Autowired
    ClinicScope scope;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    private TestClinic clinic;
    private Person manager;

    @BeforeEach
    void openClinic() {
        clinic = clinics.open();
        manager = staff.of(clinic, Role.MANAGER);
    }

    @Test
    void tellsWhoMadeAndRevokedAKeyAndThatItWasUsedLater() {
        var browser = new Visitor(port).signedIn(manager);
        var page = browser.postForm(
                        KEYS,
                        Map.of(
                                "name", "Website",
                                "scopes", "appointments:read",
                                "days", "30",
                                "_csrf", browser.csrfToken(KEYS)))
                .body();
        var secret = page.replaceAll("(?s).*(cwk_[A-Za-z0-9_-]{43}).*", "$1");
        var id = scope.call(clinic.id(), keys::list).get(0).id();
        browser.postForm(KEYS + "/" + id + "/revoke", Map.of("_csrf", browser.csrfToken(KEYS)));

        new ApiClient(port).with(secret).get("/api/v1/auth/me");

        assertThat(only("api-key.created")).satisfies(event -> {
            assertThat(event.actorId()).isEqualTo(manager.id());
            assertThat(event.resourceId()).isEqualTo(id);
            assertThat(event.reason()).isEqualTo("appointments:read");
        });
        assertThat(only("api-key.revoked").actorId()).isEqualTo(manager.id());
        assertThat(only("api-key.refused")).satisfies(event -> {
            assertThat(event.resourceId()).isEqualTo(id);
            assertThat(event.outcome()).isEqualTo(AuditLog.REFUSED);
        });
    }

    @Test
    void tellsWhatAKeyReadAndWhichKeyItWas() {
        var visit = visit();
        var made = scope.call(clinic.id(), () -> keys.create("Website", Set.of("appointments:read"), 30, manager.id()));
        var id = scope.call(clinic.id(), keys::list).get(0).id();
        var software = new ApiClient(port).with(made.secret());

        software.get("/api/v1/appointments/" + visit);
        software.get("/api/v1/appointments/" + UUID.randomUUID());
        software.get("/api/v1/appointments?from=2026-11-01&to=2026-11-30");

        assertThat(only("appointment.read")).satisfies(event -> {
            assertThat(event.actorId()).isEqualTo(id);
            assertThat(event.actorRole()).isEqualTo("api_key");
            assertThat(event.resourceId()).isEqualTo(visit);
            assertThat(event.patientId()).isNotNull();
        });
        assertThat(only("appointment.listed")).satisfies(event -> {
            assertThat(event.actorId()).isEqualTo(id);
            assertThat(event.reason()).isEqualTo("2026-11-01 - 2026-11-30");
        });
    }

    @Test
    void tellsWhichAppSessionBeganAndEnded() {
        var person = staff.of(clinic, Role.RECEPTIONIST);
        var app = new ApiClient(port);

        app.signedIn(person).send("POST", "/api/v1/auth/logout", null);

        for (var action : List.of("account.app-session-started", "account.app-session-ended")) {
            assertThat(only(action)).satisfies(event -> {
                assertThat(event.actorId()).isEqualTo(person.id());
                assertThat(event.actorRole()).isEqualTo("receptionist");
            });
        }
        assertThat(only("account.app-session-started").reason())
                .isEqualTo(only("account.app-session-ended").reason());
    }

    @Test
    void tellsThatARefreshTokenCameTwice() {
        var person = staff.of(clinic, Role.RECEPTIONIST);
        var app = new ApiClient(port);
        var first = app.login(person);
        refresh(app, first);
        assertThat(log("account.refresh-token-reused")).isEmpty();
        database.update(
                "update identity.refresh_token set used_at = used_at - interval '1 hour' where family_id in"
                        + " (select id from identity.token_family where account_id = ?) and used_at is not null",
                person.id());

        refresh(app, first);

        assertThat(only("account.refresh-token-reused")).satisfies(event -> {
            assertThat(event.resourceId()).isEqualTo(person.id());
            assertThat(event.actorId()).as("nobody knows who").isNull();
            assertThat(event.outcome()).isEqualTo(AuditLog.REFUSED);
        });
    }

    @Test
    void tellsWhatASettingWasAndIs() {
        var browser = new Visitor(port).signedIn(manager);
        change(browser, "10");
        change(browser, "10");

        assertThat(only("settings.security-changed")).satisfies(event -> {
            assertThat(event.actorId()).isEqualTo(manager.id());
            assertThat(event.reason()).isEqualTo("staff-idle-minutes 15 > 10");
        });
    }

    @Test
    void tellsWhoCancelledAtTheDesk() {
        var visit = visit();
        var receptionist = staff.of(clinic, Role.RECEPTIONIST);
        var browser = new Visitor(port).signedIn(receptionist);

        var answer = browser.postForm(
                "/desk/appointments/" + visit + "/cancel",
                Map.of("by", "clinic", "reason", "Ill", "_csrf", browser.csrfToken("/desk")));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(only("appointment.cancelled")).satisfies(event -> {
            assertThat(event.actorId()).isEqualTo(receptionist.id());
            assertThat(event.actorRole()).isEqualTo("receptionist");
            assertThat(event.resourceId()).isEqualTo(visit);
            assertThat(event.patientId()).isNotNull();
            assertThat(event.address()).isNotNull();
        });
    }

    private void change(Visitor browser, String minutes) {
        browser.postForm(
                SECURITY,
                Map.of(
                        "staffIdleMinutes",
                        minutes,
                        "portalIdleMinutes",
                        "30",
                        "adminAddresses",
                        "",
                        "_csrf",
                        browser.csrfToken(SECURITY)));
    }

    private static void refresh(ApiClient app, JsonNode tokens) {
        app.post(
                "/api/v1/auth/refresh",
                Map.of("refreshToken", tokens.get("refreshToken").asText()));
    }

    private UUID visit() {
        var practice = visits.open(clinic, null);
        return visits.book(practice, practice.visit(), inTwoDays()).appointmentId();
    }

    /** Ten or eleven o'clock in New York. */
    private Instant inTwoDays() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(2 * 24 + 15));
    }

    private AuditEvent only(String action) {
        var found = log(action);
        assertThat(found).as(action).hasSize(1);
        return found.get(0);
    }

    private List<AuditEvent> log(String action) {
        var filter = new AuditFilter(null, null, null, null, action, null, false);
        return scope.call(clinic.id(), () -> trail.page(filter, null, 100));
    }
}
