package org.carewright.negative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carewright.identity.Door;
import org.carewright.negative.HostileClinic.Opened;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestConsents;
import org.carewright.test.TestScheduling;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Text with characters that nobody types: what ends a line unseen, turns the reading direction of what comes after, or
 * can't be stored at all. Each field in which people type freely refuses it with a problem or takes those characters out;
 * no answer is an error of the server's, and no page or file shows them.
 */
@CarewrightTest
class MisleadingTextTests {

    private static final String PLAIN = "Mira Lindqvist, as asked for";
    private static final String TEXT = "Mira\u0000 \u202eLindqvist\u2066,\u2028 as asked\u0007 for";
    private static final String NULL = "a\u0000b@patient.example";
    private static final Pattern MISLEADING =
            Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\r\\t]]");

    @LocalServerPort
    int port;

    @Autowired
    HostileClinic hostile;

    @Autowired
    TestConsents consents;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    JdbcTemplate database;

    private final List<String> wrong = new ArrayList<>();
    private Opened here;
    private Visitor manager;
    private Visitor portal;

    @BeforeEach
    void openClinic() {
        here = hostile.open(HostileClinic.Text.ELEMENT_AND_EXPRESSIONS);
        manager = new Visitor(port).signedIn(here.day().manager());
        portal = new Visitor(port).signedIn(Door.PORTAL, here.family());
    }

    @Test
    void whatStaffTypesIsShownWithoutIt() {
        var disclosures = "/desk/disclosures/" + here.patient();
        type(
                manager,
                disclosures,
                Map.of("disclosedOn", "2025-02-03"),
                "recipient",
                "recipientAddress",
                "description",
                "purpose");
        type(manager, "/desk/restrictions/" + here.patient(), Map.of("restricted", "true"), "reason");
        type(manager, "/desk/restrictions/" + here.patient(), Map.of("restricted", "false"), "reason");
        type(manager, "/desk/settings/api-keys", Map.of("scopes", "appointments:read", "days", "30"), "name");
        type(manager, "/desk/staff/invite", Map.of("email", "new@staff.example", "roles", "billing"), "name");
        type(manager, "/desk/settings/consents", Map.of(), "name");
        type(
                manager,
                "/desk/appointments/" + here.request().appointmentId() + "/cancel",
                Map.of("by", "clinic"),
                "reason");
        var practitioner = new Visitor(port).signedIn(here.day().practitioner());
        type(practitioner, "/desk/emergency-access/" + here.patient(), Map.of(), "reason");

        for (var page : List.of(
                disclosures,
                disclosures + "/file.csv",
                "/desk/settings/api-keys",
                "/desk/staff",
                "/desk/settings/consents",
                "/desk/appointments/" + here.request().appointmentId(),
                "/desk/audit",
                "/desk/audit/export.csv",
                "/desk/patients/" + here.patient() + "/timeline")) {
            look(manager, page);
        }
        assertThat(wrong).isEmpty();
        assertThat(manager.get(disclosures).body()).contains("Lindqvist");
    }

    @Test
    void wordsOfAConsentAndWhoSignsThemAreShownWithoutIt() {
        var definition =
                consents.defined(here.day().practice().clinic(), "Treatment").definitionId();
        type(manager, "/desk/settings/consents/" + definition, Map.of("renews", "true"), "title.en", "body.en");
        look(manager, "/desk/settings/consents/" + definition);
        var version = consents.defined(here.day().practice().clinic(), "Photos").versionId();
        var list = "/portal/patients/" + here.patient() + "/consents";
        type(
                portal,
                list + "/sign",
                Map.of("version", version.toString(), "language", "en", "drawing", ""),
                "signerName");
        look(portal, list);
        look(manager, "/desk/patients/" + here.patient() + "/consents");
        signatures().forEach(id -> type(portal, "/portal/consents/" + id + "/withdraw", Map.of(), "reason"));
        signatures().forEach(id -> look(manager, "/desk/consents/" + id));

        assertThat(wrong).isEmpty();
        assertThat(signatures()).as("one more than was there before").hasSize(2);
    }

    @Test
    void whatPatientsTypeIsShownWithoutIt() {
        var appointment = here.visit().appointmentId();
        var token = here.visit().manageUrl().replaceAll(".*/", "");
        type(
                portal,
                "/portal/patients/" + here.patient() + "/family",
                Map.of("email", "ravi@family.example", "relation", "partner", "level", "view_only"),
                "name");
        type(portal, "/portal/appointments/" + appointment + "/cancel", Map.of(), "reason");
        look(manager, "/desk/appointments/" + appointment);
        look(new Visitor(port), "/m/" + token);
        look(manager, "/desk/patients/" + here.patient() + "/access");
        type(
                new Visitor(port),
                "/portal/register?clinic=" + slug(),
                Map.of("email", "new@patient.example", "password", "violet otter nine lanterns"),
                "name");

        assertThat(wrong).isEmpty();
    }

    /** What the database can't keep is refused before, or as, it gets there: it is nobody's error but the sender's. */
    @Test
    void aNullCharacterIsNowhereAnErrorOfTheServers() {
        var nobody = new Visitor(port);
        for (var path :
                List.of("/desk/sign-in", "/portal/sign-in", "/portal/forgot", "/desk/forgot", "/portal/verify")) {
            send(nobody, path, path, Map.of("email", NULL, "password", NULL));
        }
        var register = "/portal/register?clinic=" + slug();
        send(nobody, register, register, Map.of("name", "x", "email", NULL, "password", "violet otter nine lanterns"));
        send(manager, "/desk/patients", "/desk", Map.of("q", NULL, "query", NULL, "text", NULL));
        send(manager, "/desk/patients/search", "/desk", Map.of("q", NULL, "query", NULL, "text", NULL));
        send(manager, "/desk/staff/invite", "/desk", Map.of("name", "x", "email", NULL, "roles", "billing"));
        for (var path : List.of(
                "/desk/audit?action=%00",
                "/desk/audit?outcome=%00",
                "/desk/audit?patient=%00",
                "/desk/patients?q=%00",
                "/desk/calendar?date=%00",
                "/desk/book?date=%00")) {
            server(path, manager.get(path).statusCode());
        }
        for (var path : List.of("/portal/register?clinic=%00", "/c/" + slug() + "/book?practitioner=%00&lang=%00")) {
            server(path, nobody.get(path).statusCode());
        }
        var app = new ApiClient(port);
        for (var path :
                List.of("staff/login", "patient/login", "forgot-password", "verify-qr", "refresh", "second-factor")) {
            var body = Map.of(
                    "email",
                    NULL,
                    "password",
                    NULL,
                    "qrCode",
                    NULL,
                    "refreshToken",
                    NULL,
                    "code",
                    NULL,
                    "challenge",
                    NULL,
                    "door",
                    "desk");
            server(path, app.post("/api/v1/auth/" + path, only(path, body)).statusCode());
        }
        assertThat(app.post("/api/v1/auth/staff/login", Map.of("email", NULL, "password", "x"))
                        .statusCode())
                .isEqualTo(422);
        var signedIn = new ApiClient(port).signedIn(here.day().manager());
        server(
                "search",
                signedIn.post("/api/v1/patients/search", Map.of("query", NULL)).statusCode());
        server(
                "search",
                signedIn.post("/api/v1/patients/search", Map.of("q", NULL)).statusCode());
        server(
                "me",
                signedIn.send("PUT", "/api/v1/auth/me", "{\"name\":\"a\\u0000\",\"language\":\"en\"}")
                        .statusCode());

        assertThat(wrong).isEmpty();
        assertThat(manager.get("/desk/audit?action=%00").statusCode()).isEqualTo(400);
        assertThat(manager.get("/desk/audit?action=patient.read").statusCode()).isEqualTo(200);
    }

    /** The members that the address knows: it refuses a body with one it doesn't. */
    private static Map<String, String> only(String path, Map<String, String> body) {
        var known =
                switch (path) {
                    case "staff/login", "patient/login" -> List.of("email", "password");
                    case "forgot-password" -> List.of("email", "door");
                    case "verify-qr" -> List.of("qrCode");
                    case "refresh" -> List.of("refreshToken");
                    default -> List.of("challenge", "code");
                };
        var sent = new HashMap<>(body);
        sent.keySet().retainAll(known);
        return sent;
    }

    private void send(Visitor visitor, String path, String page, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", visitor.csrfToken(page));
        server(path, visitor.postForm(path, form).statusCode());
    }

    private void server(String path, int status) {
        if (status >= 500) {
            wrong.add(path + " answers " + status);
        }
    }

    /** Types what misleads, and then, the twin, the same words without it, into the fields of a page. */
    private void type(Visitor visitor, String path, Map<String, String> others, String... fields) {
        for (var text : List.of(TEXT, PLAIN)) {
            var form = new HashMap<>(others);
            for (var field : fields) {
                form.put(field, text);
            }
            form.put("_csrf", visitor.csrfToken(token(path)));
            var answer = visitor.postForm(path, form);
            if (answer.statusCode() >= 500) {
                wrong.add(path + " answers " + answer.statusCode());
            }
            // Who is told what is wrong with their text gets it back as it was.
            if (answer.statusCode() != 422 && MISLEADING.matcher(answer.body()).find()) {
                wrong.add(path + " gives it back");
            }
        }
    }

    private void look(Visitor visitor, String page) {
        var answer = visitor.get(page);
        if (answer.statusCode() != 200) {
            wrong.add(page + " answers " + answer.statusCode());
        }
        if (MISLEADING.matcher(answer.body()).find()) {
            wrong.add(page + " shows it");
        }
    }

    private static String token(String path) {
        if (path.startsWith("/desk")) {
            return "/desk";
        }
        return path.startsWith("/portal/register") ? path : "/portal";
    }

    private String slug() {
        return here.day().practice().clinic().slug();
    }

    private List<UUID> signatures() {
        return scheduling.in(
                here.day().practice().clinic(),
                () -> database.queryForList("select id from documents.consent_signature", UUID.class));
    }
}
