package org.carewright.negative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestConsents;
import org.carewright.test.TestObjects;
import org.carewright.test.TestOpenings;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.TestVisits;
import org.carewright.test.TestVisits.Practice;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The right parent with a child of another: an address or a form that names two things takes only those that belong
 * together. {@code ForeignIdTests} puts one foreign id everywhere; here one of the two is one's own.
 */
@CarewrightTest
class WrongParentTests {

    private static final int NOT_FOUND = 404;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final String PATIENT = "/desk/patients/{patientId}";

    @LocalServerPort
    int port;

    @Autowired
    TestObjects objects;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestVisits visits;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestConsents consents;

    @Autowired
    TestOpenings openings;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Clock clock;

    private Practice own;
    private Practice foreign;

    @BeforeEach
    void openClinics() {
        own = visits.open(clinics.open(), null);
        foreign = visits.open(clinics.open(), null);
    }

    @Test
    void aRecordIsComparedAndMergedWithOneOfItsOwnClinicOnly() {
        var reception = desk(Role.RECEPTIONIST);
        var mine = patient(own.clinic());
        var mineToo = patient(own.clinic());
        var theirs = patient(foreign.clinic());
        var before = patients(own.clinic()) + patients(foreign.clinic());

        for (var path : List.of(merge(mine, theirs), merge(theirs, mine))) {
            assertThat(reception.get(path).statusCode()).as(path).isEqualTo(NOT_FOUND);
            assertThat(post(reception, path, Map.of("version", "0", "otherVersion", "0")))
                    .as(path)
                    .isEqualTo(NOT_FOUND);
        }
        assertThat(patients(own.clinic()) + patients(foreign.clinic())).isEqualTo(before);
        assertThat(reception.get(merge(mine, mineToo)).statusCode()).isEqualTo(200);
    }

    @Test
    void whatOneNewClinicOffersIsNotRemovedThroughAnother() {
        var operator = new Visitor(port).signedIn(staff.operator());
        var mine = openings.begin();
        var other = openings.begin();
        openings.fill(mine);
        openings.fill(other);
        var page = "/ops/clinics/" + mine.clinicId() + "/setup";
        var theirs = "/ops/clinics/" + other.clinicId() + "/setup";
        var removals = removals(operator.get(page).body());
        assertThat(removals).hasSizeGreaterThanOrEqualTo(3);

        for (var removal : removals) {
            var mixed =
                    removal.replace(mine.clinicId().toString(), other.clinicId().toString());
            assertThat(post(operator, mixed, theirs, Map.of())).as(mixed).isEqualTo(NOT_FOUND);
        }

        assertThat(removals(operator.get(page).body())).isEqualTo(removals);
        for (var removal : removals) {
            assertThat(post(operator, removal, page, Map.of())).as(removal).isEqualTo(302);
        }
    }

    private static List<String> removals(String page) {
        return Pattern.compile("action=\"([^\"]+/remove)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    @Test
    void anotherClinicsServiceAndPractitionerAreNotBookedThroughOnesOwnAddress() {
        var app = new ApiClient(port);
        var here = "/api/v1/public/clinics/" + own.clinic().slug();

        assertThat(app.get(here + "/services/" + foreign.visit() + "/form").statusCode())
                .isEqualTo(NOT_FOUND);
        assertThat(app.get(here + "/services/" + own.visit() + "/form").statusCode())
                .isEqualTo(200);
        assertThat(app.get(availability(foreign.visit(), null)).statusCode()).isEqualTo(NOT_FOUND);
        assertThat(app.get(availability(own.visit(), foreign.practitioner())).body())
                .doesNotContain("\"start\"");
        assertThat(app.get(availability(own.visit(), own.practitioner())).body())
                .contains("\"start\"");
        for (var body : List.of(booking(foreign.visit(), null), booking(own.visit(), foreign.practitioner()))) {
            assertThat(app.post(here + "/appointments", body).statusCode()).isBetween(400, 499);
            assertThat(app.post(here + "/holds", withoutForm(body)).statusCode())
                    .isBetween(400, 499);
        }
        assertThat(scheduling.count(own.clinic(), "scheduling.appointment")).isZero();
        assertThat(scheduling.count(foreign.clinic(), "scheduling.appointment")).isZero();
        assertThat(app.post(here + "/appointments", booking(own.visit(), own.practitioner()))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void theDeskMovesAVisitToAPractitionerOfItsOwnClinicOnly() {
        var reception = desk(Role.RECEPTIONIST);
        var visit = visits.book(own, own.visit(), start()).appointmentId();
        var path = "/desk/appointments/" + visit + "/move";
        var before = appointment(visit);

        // The page says why; what counts is where the visit is.
        post(reception, path, move(foreign.practitioner()));
        assertThat(appointment(visit)).isEqualTo(before);
        assertThat(post(reception, path, move(own.practitioner()))).isEqualTo(302);
        assertThat(appointment(visit)).isNotEqualTo(before);
    }

    @Test
    void aFeedIsMadeOfOnesOwnPractitionersOnly() {
        var manager = desk(Role.MANAGER);

        assertThat(post(
                        manager,
                        "/desk/feeds",
                        Map.of("practitionerId", foreign.practitioner().toString())))
                .isBetween(400, 499);
        assertThat(scheduling.count(own.clinic(), "scheduling.calendar_feed")).isZero();
        assertThat(scheduling.count(foreign.clinic(), "scheduling.calendar_feed"))
                .isZero();
        assertThat(post(
                        manager,
                        "/desk/feeds",
                        Map.of("practitionerId", own.practitioner().toString())))
                .isBetween(200, 302);
        assertThat(scheduling.count(own.clinic(), "scheduling.calendar_feed")).isOne();
    }

    @Test
    void aPatientSignsTheWordsOfTheirOwnClinicOnly() {
        var mine = consents.defined(own.clinic(), "Treatment").versionId();
        var theirs = consents.defined(foreign.clinic(), "Treatment").versionId();
        var reception = desk(Role.RECEPTIONIST);
        var person = staff.portal(own.clinic());
        var atPortal = objects.make("/portal/patients/{patientId}", own.clinic(), person)
                .orElseThrow()
                .id();
        var portal = new Visitor(port).signedIn(Door.PORTAL, person);
        var desk = "/desk/patients/" + patient(own.clinic()) + "/consents/sign";
        var ownPage = "/portal/patients/" + atPortal + "/consents/sign";

        assertThat(post(reception, desk, "/desk", signing(theirs))).isEqualTo(NOT_FOUND);
        assertThat(post(portal, ownPage, "/portal", signing(theirs))).isEqualTo(NOT_FOUND);
        assertThat(scheduling.count(own.clinic(), "documents.consent_signature"))
                .isZero();
        assertThat(scheduling.count(foreign.clinic(), "documents.consent_signature"))
                .isZero();
        assertThat(post(reception, desk, "/desk", signing(mine))).isEqualTo(302);
        assertThat(post(portal, ownPage, "/portal", signing(mine))).isEqualTo(302);
        assertThat(scheduling.count(own.clinic(), "documents.consent_signature"))
                .isEqualTo(2);
    }

    private static Map<String, String> signing(UUID version) {
        return Map.of("version", version.toString(), "language", "en", "signerName", "Ann Smith", "relation", "self");
    }

    private Instant start() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(3 * 24 + 15));
    }

    private Map<String, String> move(UUID practitioner) {
        return Map.of(
                "by",
                "clinic",
                "start",
                start().plus(Duration.ofDays(1))
                        .atZone(NEW_YORK)
                        .toLocalDateTime()
                        .toString(),
                "practitionerId",
                practitioner.toString());
    }

    private String availability(UUID service, UUID practitioner) {
        var day = start().toString().substring(0, 10);
        return "/api/v1/public/clinics/" + own.clinic().slug() + "/availability?serviceId=" + service + "&from=" + day
                + "&to=" + day + (practitioner == null ? "" : "&practitionerId=" + practitioner);
    }

    private Map<String, Object> booking(UUID service, UUID practitioner) {
        var body = new HashMap<String, Object>(
                Map.of("serviceId", service, "start", start().toString(), "form", TestVisits.form()));
        if (practitioner != null) {
            body.put("practitionerId", practitioner);
        }
        return body;
    }

    private static Map<String, Object> withoutForm(Map<String, Object> body) {
        var hold = new HashMap<>(body);
        hold.remove("form");
        return hold;
    }

    private Map<String, Object> appointment(UUID id) {
        return scheduling.in(
                own.clinic(),
                () -> database.queryForMap(
                        "select starts_at, practitioner_id from scheduling.appointment where id = ?", id));
    }

    private String patients(TestClinic clinic) {
        return scheduling.in(clinic, () -> database.queryForList(
                        "select id, status, merged_into, version from patients.patient order by id")
                .toString());
    }

    private String patient(TestClinic clinic) {
        return objects.make(PATIENT, clinic, null).orElseThrow().id();
    }

    private static String merge(String kept, String gone) {
        return "/desk/patients/" + kept + "/merge/" + gone;
    }

    private Visitor desk(Role role) {
        return new Visitor(port).signedIn(staff.of(own.clinic(), role));
    }

    private static int post(Visitor visitor, String path, Map<String, String> fields) {
        return post(visitor, path, "/desk", fields);
    }

    private static int post(Visitor visitor, String path, String page, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", visitor.csrfToken(page));
        return visitor.postForm(path, form).statusCode();
    }
}
