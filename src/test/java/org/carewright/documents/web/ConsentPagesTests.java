package org.carewright.documents.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.documents.PdfText;
import org.carewright.documents.consent.ConsentDefinition;
import org.carewright.documents.consent.ConsentDefinitions;
import org.carewright.documents.consent.ConsentWording;
import org.carewright.documents.consent.Consents;
import org.carewright.documents.consent.SignedConsent;
import org.carewright.documents.consent.SignerRelation;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.NewGrant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestConsents;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Consents on the pages: managers write them, staff and patients sign and take back, all of it recorded (ONB-3). */
@CarewrightTest
class ConsentPagesTests {

    private static final String SETTINGS = "/desk/settings/consents";
    private static final String EVIL = "<script>alert(1)</script>";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @Autowired
    TestConsents made;

    @Autowired
    ConsentDefinitions definitions;

    @Autowired
    Consents consents;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientAccess access;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;
    private UUID patient;

    @BeforeEach
    void open() {
        clinic = clinics.open();
        var draft = RecordDraft.of("Ann", "Smith", LocalDate.of(1984, 5, 17), null, null, "en");
        patient = scheduling.in(clinic, () -> records.create(draft));
    }

    @Test
    void aManagerWritesAConsentInSeveralLanguagesAndPublishesIt() {
        var manager = desk(Role.MANAGER);
        var created = post(manager, SETTINGS, SETTINGS, Map.of("name", "Treatment", "required", "true"));
        var page = location(created);

        var published = post(
                manager,
                page,
                page,
                Map.of(
                        "title.en", "Consent to treatment",
                        "body.en", "# Risks\r\nFew.\r\n\r\nI agree.",
                        "title.ja", "治療同意書",
                        "body.ja", "同意します。"));

        assertThat(location(published)).isEqualTo(SETTINGS);
        var definition = only();
        assertThat(definition.number()).isEqualTo(1);
        assertThat(definition.required()).isTrue();
        assertThat(scheduling.in(clinic, () -> definitions.wordings(definition.versionId())))
                .containsOnly(
                        Map.entry("en", new ConsentWording("Consent to treatment", "# Risks\nFew.\n\nI agree.")),
                        Map.entry("ja", new ConsentWording("治療同意書", "同意します。")));
    }

    @Test
    void wordsWithoutATitleAreShownAgainWithWhatIsMissing() {
        var manager = desk(Role.MANAGER);
        var page = location(post(manager, SETTINGS, SETTINGS, Map.of("name", "Treatment")));

        var answer = post(manager, page, page, Map.of("title.hi", "", "body.hi", "मैं सहमत हूँ।"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"title.hi-error\"", "मैं सहमत हूँ।");
        assertThat(only().number()).isZero();
    }

    @Test
    void aNameThatIsTakenIsToldAtItsField() {
        var manager = desk(Role.MANAGER);
        post(manager, SETTINGS, SETTINGS, Map.of("name", "Treatment"));

        var answer = post(manager, SETTINGS, SETTINGS, Map.of("name", "TREATMENT"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("id=\"name-error\"");
    }

    @Test
    void aPatientSignsAtTheDeskWithTheNameTyped() {
        var consent = made.defined(clinic, "Treatment");
        var desk = desk(Role.RECEPTIONIST);
        var list = "/desk/patients/" + patient + "/consents";
        assertThat(desk.get(list).body()).contains("Left to sign", "Treatment");
        var page = list + "/sign?version=" + consent.versionId();
        assertThat(desk.get(page).body()).contains("<h2>Please read</h2>", "I agree to Treatment.");

        var answer = post(
                desk,
                page,
                list + "/sign",
                signature(consent.versionId(), "Carla Smith", Map.of("relation", "guardian")));

        assertThat(location(answer)).isEqualTo(list);
        assertThat(signed().signerName()).isEqualTo("Carla Smith");
        assertThat(signed().relation()).isEqualTo(SignerRelation.GUARDIAN);
        assertThat(desk.get(list).body()).contains("by Carla Smith").doesNotContain("Left to sign");
        assertThat(desk.get("/desk/consents/" + signed().id()).body()).contains("it is as it was signed");
    }

    @Test
    void anUnusableDrawingOrNameKeepsWhatWasTypedAndSignsNothing() {
        var consent = made.defined(clinic, "Treatment");
        var desk = desk(Role.RECEPTIONIST);
        var path = "/desk/patients/" + patient + "/consents/sign";
        var page = path + "?version=" + consent.versionId();

        var drawing = post(
                desk,
                page,
                path,
                signature(consent.versionId(), "Ann Smith", Map.of("drawing", "data:image/svg+xml;base64,PHN2Zy8+")));
        var name = post(desk, page, path, signature(consent.versionId(), " ", Map.of()));

        assertThat(drawing.statusCode()).isEqualTo(422);
        assertThat(drawing.body())
                .contains("Please draw your signature", "value=\"Ann Smith\"", "I agree to Treatment.");
        assertThat(name.statusCode()).isEqualTo(422);
        assertThat(name.body()).contains("id=\"signerName-error\"");
        assertThat(scheduling.in(clinic, () -> consents.of(patient))).isEmpty();
    }

    @Test
    void staffTakesAConsentBackOnThePatientsBehalf() {
        var id = made.signed(clinic, patient, made.defined(clinic, "Treatment"));
        var desk = desk(Role.PRIVACY_OFFICER);
        var page = "/desk/consents/" + id;

        post(desk, page, page + "/withdraw", Map.of("reason", EVIL));

        assertThat(signed().holds()).isFalse();
        assertThat(desk.get(page).body()).contains("&lt;script&gt;").doesNotContain(EVIL);
    }

    @Test
    void everyLookAtConsentsIsRecorded() {
        var id = made.signed(clinic, patient, made.defined(clinic, "Treatment"));
        var desk = desk(Role.RECEPTIONIST);

        desk.get("/desk/patients/" + patient + "/consents");
        desk.get("/desk/consents/" + id);
        desk.get("/desk/consents/" + id + "/consent.pdf");

        assertThat(reads()).isEqualTo(3);
    }

    @Test
    void whoMayNotOpenTheRecordFindsItsConsentsClosed() {
        var id = made.signed(clinic, patient, made.defined(clinic, "Treatment"));
        var other = desk(Role.PRACTITIONER);

        assertThat(location(other.get("/desk/patients/" + patient + "/consents")))
                .contains("/desk/emergency-access/");
        assertThat(location(other.get("/desk/consents/" + id))).contains("/desk/emergency-access/");
        assertThat(other.get("/desk/consents/" + id + "/consent.pdf").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatAManagerWroteIsShownAsTextEverywhere() {
        var definition = scheduling.in(clinic, () -> {
            var id = definitions.create(EVIL, true);
            definitions.publish(id, Map.of("en", new ConsentWording(EVIL, "# " + EVIL + "\n" + EVIL)), true, null);
            return definitions.get(id);
        });
        var account = staff.portal(clinic);
        grant(account.id(), AccessLevel.FULL, Relation.SELF);
        var portal = new Visitor(port).signedIn(Door.PORTAL, account);
        var manager = desk(Role.MANAGER);
        var version = "/sign?version=" + definition.versionId();

        for (var page : List.of(
                manager.get(SETTINGS),
                manager.get(SETTINGS + "/" + definition.id()),
                manager.get("/desk/patients/" + patient + "/consents"),
                manager.get("/desk/patients/" + patient + "/consents" + version),
                portal.get("/portal/patients/" + patient + "/consents"),
                portal.get("/portal/patients/" + patient + "/consents" + version))) {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("&lt;script&gt;").doesNotContain(EVIL);
        }
    }

    @Test
    void atThePortalWhoMayActForAPatientSignsReadsAndTakesBack() {
        var consent = made.defined(clinic, "Treatment");
        var account = staff.portal(clinic);
        grant(account.id(), AccessLevel.FULL, Relation.PARENT);
        var portal = new Visitor(port).signedIn(Door.PORTAL, account);
        var list = "/portal/patients/" + patient + "/consents";
        assertThat(portal.get(list).body()).contains("Treatment");
        var page = list + "/sign?version=" + consent.versionId();

        post(portal, page, list + "/sign", signature(consent.versionId(), "Carla Smith", Map.of()));

        assertThat(signed().relation()).isEqualTo(SignerRelation.PARENT);
        var pdf = portal.getBytes("/portal/consents/" + signed().id() + "/consent.pdf");
        assertThat(PdfText.of(pdf.body())).contains("I agree to Treatment.", "Carla Smith");
        post(portal, list, "/portal/consents/" + signed().id() + "/withdraw", Map.of());
        assertThat(signed().holds()).isFalse();
        assertThat(portal.get(list).body()).contains("Withdrawn", "Treatment");
    }

    @Test
    void atThePortalWhoMayOnlyLookSignsNothing() {
        var consent = made.defined(clinic, "Treatment");
        var id = made.signed(clinic, patient, made.defined(clinic, "Photos"));
        var account = staff.portal(clinic);
        grant(account.id(), AccessLevel.VIEW_ONLY, Relation.PARTNER);
        var portal = new Visitor(port).signedIn(Door.PORTAL, account);
        var list = "/portal/patients/" + patient + "/consents";

        assertThat(portal.get(list).body()).contains("Photos").doesNotContain("/sign?version");
        assertThat(post(portal, list, list + "/sign", signature(consent.versionId(), "Carla", Map.of()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(portal, list, "/portal/consents/" + id + "/withdraw", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(signed().holds()).isTrue();
    }

    private static Map<String, String> signature(UUID version, String name, Map<String, String> more) {
        var fields = new HashMap<>(
                Map.of("version", version.toString(), "language", "en", "signerName", name, "drawing", ""));
        fields.putAll(more);
        return fields;
    }

    private Visitor desk(Role role) {
        return new Visitor(port).signedIn(staff.of(clinic, role));
    }

    private HttpResponse<String> post(Visitor visitor, String page, String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", visitor.csrfToken(page));
        return visitor.postForm(path, all);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private void grant(UUID account, AccessLevel level, Relation relation) {
        scheduling.in(clinic, () -> access.grant(new NewGrant(account, patient, level, relation, null, null, true)));
    }

    private ConsentDefinition only() {
        return scheduling.in(clinic, definitions::all).get(0);
    }

    private SignedConsent signed() {
        return scheduling.in(clinic, () -> consents.of(patient)).get(0);
    }

    private int reads() {
        return scheduling.in(
                clinic,
                () -> database.queryForObject(
                        "select count(*) from audit.event where patient_id = ? and action = 'patient.read'",
                        Integer.class,
                        patient));
    }
}
