package org.carewright.onboarding.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.carewright.identity.Role;
import org.carewright.onboarding.clinic.ClinicOpenings;
import org.carewright.onboarding.clinic.OpeningStep;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StatementCounter;
import org.carewright.test.TestClinics;
import org.carewright.test.TestMail;
import org.carewright.test.TestOpenings;
import org.carewright.test.TestOpenings.Opening;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Operators' pages from the outside: what they take, what they refuse, what they show (PLT-4). */
@CarewrightTest
class OperatorPagesTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String NASTY = "<script>alert(1)</script>\"'{{7*7}}${7*7}";

    @LocalServerPort
    int port;

    @Autowired
    TestOpenings openings;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestMail mail;

    @Autowired
    ClinicOpenings service;

    @Autowired
    StatementCounter statements;

    private Visitor operator;

    @BeforeEach
    void signIn() {
        operator = new Visitor(port).signedIn(staff.operator());
    }

    @Test
    void strangersAreLedToTheDeskToSignInAndComeBack() {
        var visitor = new Visitor(port);

        assertThat(location(visitor.get("/ops/clinics"))).endsWith("/desk/sign-in");
        assertThat(location(visitor.signIn(staff.operator()))).contains("/ops/clinics");
    }

    @Test
    void staffOfAClinicDontOpenClinics() {
        var manager = new Visitor(port).signedIn(staff.of(clinics.open(), Role.MANAGER));

        assertThat(manager.get("/ops/clinics").statusCode()).isEqualTo(403);
        assertThat(manager.get("/ops/clinics/" + openings.begin().clinicId()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void createsAClinicAndInvitesItsManager() {
        var slug = "harbour-" + NUMBER.incrementAndGet();

        var created = post("/ops/clinics", "/ops/clinics/new", clinic(slug));

        assertThat(created.statusCode()).isEqualTo(302);
        assertThat(operator.get(location(created)).body())
                .contains("Harbour Physio", "The clinic is created", "boss@" + slug + ".example");
        assertThat(operator.get("/ops/clinics").body()).contains("/c/" + slug);
        assertThat(mail.linkTo("boss@" + slug + ".example")).contains("/desk/invite/");
    }

    @ParameterizedTest
    @CsvSource({
        "form.slug, Harbour Physio",
        "form.slug, -x-",
        "form.name, ''",
        "form.kind, hospital",
        "form.country, XX",
        "form.timeZone, Mars/Olympus",
        "form.currency, ZZZ",
        "form.language, tlh",
        "form.accentColour, red",
        "form.email, nobody",
        "form.managerEmail, nobody",
        "form.operator, true"
    })
    void refusesAClinicThatIsNotInOrder(String field, String value) {
        var fields = clinic("refused-" + NUMBER.incrementAndGet());
        fields.put(field, value);

        var refused = post("/ops/clinics", "/ops/clinics/new", fields);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("error-summary");
        assertThat(mail.to(fields.get("form.managerEmail"))).isEmpty();
    }

    @Test
    void namesTheFieldWhenTheSlugIsTaken() {
        var fields = clinic(openings.begin().slug());

        var refused = post("/ops/clinics", "/ops/clinics/new", fields);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Another clinic has this name");
    }

    @Test
    void publicPagesAndBookingOpenWithTheClinic() {
        var opening = openings.begin();
        openings.fill(opening);
        var visitor = new Visitor(port);
        var pages = new String[] {
            "/c/" + opening.slug() + "/book",
            "/c/" + opening.slug() + "/register",
            "/portal/register?clinic=" + opening.slug(),
            "/api/v1/public/clinics/" + opening.slug()
        };
        for (var page : pages) {
            assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(404);
        }
        var listed = "/?name=" + opening.slug();
        assertThat(visitor.get(listed).body()).doesNotContain(pages[0]);

        openings.accept(opening);
        done(opening, OpeningStep.SET_UP_SERVICES, "form.servicesSetUp");
        done(opening, OpeningStep.HAND_OVER_POSTER, "form.posterHandedOver");
        done(opening, OpeningStep.GO_LIVE, "form.goLiveApproved");

        for (var page : pages) {
            assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(visitor.get(listed).body()).contains(pages[0]);
        assertThat(operator.get(path(opening)).body()).contains("Live since");
        assertThat(operator.get(path(opening) + "/setup").statusCode()).isEqualTo(409);
    }

    @Test
    void showsWhatIsMissingWithTheWayToPutItRight() {
        var page = operator.get(path(openings.begin())).body();

        assertThat(page)
                .contains(
                        "The manager hasn’t joined yet.", "Nobody sees patients yet.", "There is nothing to book yet.")
                .contains("/setup#practitioners", "/setup#services", "href=\"#manager\"");
    }

    @Test
    void aStepIsDoneWithItsFormOnly() {
        var opening = openings.begin();
        var step = path(opening) + "/steps/set-up-services";

        assertThat(operator.get(step).statusCode()).isEqualTo(200);
        assertThat(post(step, step, Map.of("form.servicesSetUp", "")).statusCode())
                .isEqualTo(422);
        assertThat(post(step, step, Map.of("form.servicesSetUp", "true")).statusCode())
                .isEqualTo(302);
        assertThat(operator.get(step).statusCode()).as("done").isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/setup", "/poster.pdf", "/steps/go-live", "/steps/nothing"})
    void whatIsNotThereIsNotFound(String rest) {
        assertThat(operator.get("/ops/clinics/" + UUID.randomUUID() + rest).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theListGoesOnPageByPage() {
        for (var i = 0; i < 26; i++) {
            openings.begin();
        }
        var first = operator.get("/ops/clinics").body();
        var next = first.replaceAll("(?s).*href=\"(/ops/clinics\\?before=[^\"]+)\".*", "$1")
                .replace("&amp;", "&");

        var second = operator.get(next);

        assertThat(first.split("class=\"ops-clinic\"")).hasSize(26);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).contains("class=\"ops-clinic\"", ">Newest<");
    }

    @Test
    void addsAndRemovesWhatTheClinicOffers() {
        var opening = openings.begin();
        var setup = path(opening) + "/setup";
        post(setup + "/rooms", setup, Map.of("roomName", "Studio"));
        post(setup + "/practitioners", setup, practitioner("Ada Quill"));
        var id = openings.practitioner(opening);
        assertThat(post(setup + "/services", setup, service(id)).statusCode()).isEqualTo(302);

        assertThat(operator.get(setup).body())
                .contains("Studio", "Ada Quill", "Mon", "09:00–17:00", "First visit", "$90.00");

        post(setup + "/practitioners/" + id + "/remove", setup, Map.of());
        assertThat(operator.get(setup).body())
                .doesNotContain("Ada Quill")
                .contains("A service has nobody who gives it.");
    }

    @Test
    void showsBreaksAndTakesRoomsBack() {
        var opening = openings.begin();
        openings.fill(opening);
        var setup = path(opening) + "/setup";
        var page = operator.get(setup).body();
        assertThat(page).contains("Breaks:", "12:00–13:00", "Room 1");
        var remove = page.replaceAll("(?s).*action=\"([^\"]+/rooms/[^\"]+/remove)\".*", "$1");

        assertThat(post(remove, setup, Map.of()).statusCode()).isEqualTo(302);

        assertThat(operator.get(setup).body()).doesNotContain("Room 1");
        assertThat(operator.get(path(opening)).body()).contains("A service needs a room and has none.");
        assertThat(post(remove, setup, Map.of()).statusCode())
                .as("removed before")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "practitioners, practitionerName, ''",
        "practitioners, days, ''",
        "practitioners, days, 9",
        "practitioners, from, 25:00",
        "practitioners, to, 08:00",
        "practitioners, pauseFrom, 12:00",
        "services, serviceName, ''",
        "services, minutes, 0",
        "services, minutes, many",
        "services, price, -1",
        "services, price, 9.999",
        "services, price, much",
        "services, speciality, magic",
        "services, practitioners, ''",
        "rooms, roomName, ''"
    })
    void refusesAnEntryThatIsNotInOrder(String what, String field, String value) {
        var opening = openings.begin();
        openings.addPractitioner(opening);
        var setup = path(opening) + "/setup";
        var fields = new HashMap<>(
                switch (what) {
                    case "services" -> service(openings.practitioner(opening));
                    case "rooms" -> Map.of("roomName", "Studio");
                    default -> practitioner("Otto Brandt");
                });
        fields.put(field, value);

        var refused = post(setup + "/" + what, setup, fields);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Something couldn’t be added", "cw-error-text");
    }

    @Test
    void whatWasTypedIsShownAndNeverRun() {
        var opening = openings.begin();
        var setup = path(opening) + "/setup";
        post(setup + "/rooms", setup, Map.of("roomName", NASTY));
        post(setup + "/practitioners", setup, practitioner(NASTY));
        var fields = new HashMap<>(service(openings.practitioner(opening)));
        fields.put("serviceName", NASTY);
        post(setup + "/services", setup, fields);
        var wrong = post(path(opening) + "/manager", path(opening), Map.of("name", NASTY, "email", NASTY));

        assertThat(wrong.statusCode()).isEqualTo(422);
        for (var page : new String[] {operator.get(setup).body(), wrong.body()}) {
            assertThat(page).contains("&lt;script&gt;alert(1)", "{{7*7}}${7*7}").doesNotContain("<script>alert");
        }
    }

    @Test
    void aClinicsPageCostsAConstantNumberOfStatements() {
        var small = openings.begin();
        var large = openings.begin();
        for (var i = 0; i < 5; i++) {
            openings.fill(large);
        }
        operator.get(path(small));

        assertThat(statements.during(() -> service.state(large.clinicId())))
                .isEqualTo(statements.during(() -> service.state(small.clinicId())));
    }

    private static Map<String, String> clinic(String slug) {
        var fields = new HashMap<String, String>();
        fields.put("form.name", "Harbour Physio");
        fields.put("form.slug", slug);
        fields.put("form.kind", "physiotherapy");
        fields.put("form.country", "US");
        fields.put("form.timeZone", "America/New_York");
        fields.put("form.currency", "USD");
        fields.put("form.language", "en");
        fields.put("form.accentColour", "#0f6e84");
        fields.put("form.email", "hello@" + slug + ".example");
        fields.put("form.phone", "+1 212 555 0100");
        fields.put("form.address", "1 Pier Road");
        fields.put("form.managerName", "Mona Ferrier");
        fields.put("form.managerEmail", "boss@" + slug + ".example");
        return fields;
    }

    private static Map<String, String> practitioner(String name) {
        return Map.of("practitionerName", name, "title", "PT", "days", "1", "from", "09:00", "to", "17:00");
    }

    private static Map<String, String> service(UUID practitioner) {
        return Map.of(
                "serviceName", "First visit",
                "speciality", "pt",
                "mode", "in_person",
                "minutes", "45",
                "price", "90",
                "practitioners", practitioner.toString());
    }

    private void done(Opening opening, OpeningStep step, String field) {
        var path = path(opening) + "/steps/" + step.code();
        assertThat(post(path, path, Map.of(field, "true")).statusCode())
                .as(path)
                .isEqualTo(302);
    }

    private static String path(Opening opening) {
        return "/ops/clinics/" + opening.clinicId();
    }

    private HttpResponse<String> post(String path, String page, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", operator.csrfToken(page));
        return operator.postForm(path, all);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
