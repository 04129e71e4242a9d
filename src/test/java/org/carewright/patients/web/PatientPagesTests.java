package org.carewright.patients.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.identity.Role;
import org.carewright.patients.PreferredChannel;
import org.carewright.patients.record.Allergy;
import org.carewright.patients.record.EmergencyContact;
import org.carewright.patients.record.Insurance;
import org.carewright.patients.record.Medication;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finding, reading and changing records at the desk (CARE-1). */
@CarewrightTest
class PatientPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @Autowired
    PatientRecords records;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;
    private UUID patient;

    @BeforeEach
    void open() {
        clinic = clinics.open();
        patient = scheduling.in(clinic, () -> records.create(ann()));
    }

    @Test
    void findsAPatientAndShowsNoHealthInTheList() {
        var found = post(visitor(Role.RECEPTIONIST), "/desk/patients", "/desk/patients/search", Map.of("q", "smi ann"));

        assertThat(found.body())
                .contains("Smith, Ann", "/desk/patients/" + patient)
                .doesNotContain("Latex", "Asthma");
    }

    @Test
    void aScannedCardOpensTheRecord() {
        var answer = post(
                visitor(Role.RECEPTIONIST), "/desk/patients", "/desk/patients/search", Map.of("q", record().barcode()));

        assertThat(answer.headers().firstValue("Location")).contains("/desk/patients/" + patient);
    }

    @Test
    void showsTheWholeRecordAndNotesThatItWasRead() {
        var page = visitor(Role.RECEPTIONIST).get("/desk/patients/" + patient).body();

        assertThat(page)
                .contains(
                        "Ann Smith",
                        "Latex",
                        "Ibuprofen",
                        "Asthma since childhood",
                        "Acme Health",
                        "Carla",
                        "2 Station Road");
        assertThat(audited("patient.read", "success")).isEqualTo(1);
    }

    @Test
    void whatSomeoneTypedIsShownAsTextNotAsMarkup() {
        var evil = "<script>alert(1)</script>";
        var id = scheduling.in(
                clinic,
                () -> records.create(new RecordDraft(
                        evil,
                        evil,
                        null,
                        null,
                        null,
                        PreferredChannel.NONE,
                        "en",
                        evil,
                        null,
                        evil,
                        List.of(new Allergy(evil, evil)),
                        List.of(new Medication(evil, evil)),
                        new Insurance(evil, evil, evil, null),
                        null)));
        var visitor = visitor(Role.MANAGER);

        for (var path : List.of(
                "/desk/patients",
                "/desk/patients/" + id,
                "/desk/patients/" + id + "/edit",
                "/desk/patients/" + id + "/timeline")) {
            assertThat(visitor.get(path).body())
                    .as(path)
                    .contains("&lt;script&gt;")
                    .doesNotContain(evil);
        }
    }

    @Test
    void aPractitionerWhoDoesNotTreatThePatientIsLedToEmergencyAccess() {
        var practitioner = visitor(Role.PRACTITIONER);

        for (var path : List.of("", "/timeline")) {
            var answer = practitioner.get("/desk/patients/" + patient + path);
            assertThat(answer.headers().firstValue("Location")).contains("/desk/emergency-access/" + patient);
        }
        assertThat(practitioner.get("/desk/patients/" + patient + "/edit").statusCode())
                .isEqualTo(403);
        assertThat(post(practitioner, "/desk/patients", "/desk/patients/" + patient + "/edit", fields(0))
                        .statusCode())
                .isEqualTo(403);
        assertThat(record().version()).isZero();
    }

    @Test
    void anEmergencyOpensTheRecordAndSaysSo() {
        var practitioner = visitor(Role.PRACTITIONER);
        var emergency = "/desk/emergency-access/" + patient;
        post(practitioner, emergency, emergency, Map.of("reason", "Unconscious, allergies needed"));

        assertThat(practitioner.get("/desk/patients/" + patient).body()).contains("Latex", "in an emergency");
    }

    @Test
    void createsARecord() {
        var answer = post(
                visitor(Role.RECEPTIONIST),
                "/desk/patients/new",
                "/desk/patients/new",
                Map.of("givenName", "Bo", "familyName", "Lund", "phone", "212 555 0123", "preferredChannel", "sms"));

        var id = UUID.fromString(
                answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", ""));
        var made = scheduling.in(clinic, () -> records.get(id));
        assertThat(made.content().phone()).isEqualTo("+12125550123");
        assertThat(made.content().language()).isEqualTo("en-US");
    }

    @Test
    void namesEachWrongFieldAndKeepsWhatWasTyped() {
        var answer = post(
                visitor(Role.RECEPTIONIST),
                "/desk/patients/new",
                "/desk/patients/new",
                Map.of(
                        "givenName",
                        "Bo",
                        "familyName",
                        "",
                        "email",
                        "nobody",
                        "dateOfBirth",
                        "1980-13-01",
                        "referredBy",
                        "12"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "familyName-error",
                        "email-error",
                        "dateOfBirth-error",
                        "referredBy-error",
                        "value=\"Bo\"",
                        "value=\"nobody\"");
    }

    @Test
    void theSecondOfTwoEditorsSeesBothVersionsAndLosesNothing() {
        var visitor = visitor(Role.RECEPTIONIST);
        var page = "/desk/patients/" + patient + "/edit";
        var mine = fields(0);
        mine.put("givenName", "Anna");
        mine.put("address", "9 Harbour Street");
        var theirs = new HashMap<>(fields(0));
        theirs.put("phone", "(212) 555-0177");
        assertThat(post(visitor, page, page, theirs).statusCode()).isEqualTo(302);

        var conflict = post(visitor, page, page, mine);

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("choose.givenName", "choose.phone", "choose.address", "+12125550177", "9 Harbour Street");
        assertThat(conflict.body()).doesNotContain("choose.email", "choose.allergies");
        mine.put("version", "1");
        mine.put("choose.phone", "now");
        mine.put("choose.givenName", "mine");
        mine.put("choose.address", "mine");
        assertThat(post(visitor, page, page, mine).statusCode()).isEqualTo(302);
        assertThat(record().content().phone()).isEqualTo("+12125550177");
        assertThat(record().content().givenName()).isEqualTo("Anna");
        assertThat(record().content().address()).isEqualTo("9 Harbour Street");
    }

    @Test
    void fieldsThatAreNotInTheFormCannotBeSet() {
        var form = fields(0);
        form.put("barcode", "1111111111111111");
        form.put("status", "merged");
        form.put("clinicId", UUID.randomUUID().toString());
        form.put("id", UUID.randomUUID().toString());
        var before = record();
        var page = "/desk/patients/" + patient + "/edit";

        post(visitor(Role.RECEPTIONIST), page, page, form);

        assertThat(record().barcode()).isEqualTo(before.barcode());
        assertThat(record().status()).isEqualTo(before.status());
        assertThat(record().version()).isEqualTo(1);
    }

    @Test
    void whoOnlyBillsReadsButDoesNotWrite() {
        var billing = visitor(Role.BILLING);

        assertThat(billing.get("/desk/patients/" + patient).body()).doesNotContain("/edit");
        assertThat(billing.get("/desk/patients/" + patient + "/edit").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anInactiveRecordStaysAndCanComeBack() {
        var visitor = visitor(Role.RECEPTIONIST);
        var page = "/desk/patients/" + patient;

        post(visitor, page, page + "/status", Map.of("active", "false"));
        assertThat(visitor.get(page).body()).contains("Inactive");
        post(visitor, page, page + "/status", Map.of("active", "true"));
        assertThat(visitor.get(page).body()).doesNotContain("bi-archive\" aria-hidden=\"true\"></i> Inactive");
    }

    private Map<String, String> fields(int version) {
        var fields = new HashMap<String, String>();
        fields.put("version", "" + version);
        fields.put("givenName", "Ann");
        fields.put("familyName", "Smith");
        fields.put("dateOfBirth", "1980-05-02");
        fields.put("email", "ann@patient.example");
        fields.put("phone", "+12125550123");
        fields.put("preferredChannel", "sms");
        fields.put("language", "ja");
        fields.put("address", "2 Station Road");
        fields.put("contactName", "Carla");
        fields.put("contactRelation", "mother");
        fields.put("contactPhone", "+12125550199");
        fields.put("medicalHistory", "Asthma since childhood");
        fields.put("substance", "Latex");
        fields.put("reaction", "rash");
        fields.put("medication", "Ibuprofen");
        fields.put("dose", "400 mg twice a day");
        fields.put("payer", "Acme Health");
        fields.put("policyNumber", "POL-7");
        fields.put("validUntil", "2031-12-31");
        return fields;
    }

    private static RecordDraft ann() {
        return new RecordDraft(
                "Ann",
                "Smith",
                LocalDate.of(1980, 5, 2),
                "ann@patient.example",
                "+12125550123",
                PreferredChannel.SMS,
                "ja",
                "2 Station Road",
                new EmergencyContact("Carla", "mother", "+12125550199"),
                "Asthma since childhood",
                List.of(new Allergy("Latex", "rash")),
                List.of(new Medication("Ibuprofen", "400 mg twice a day")),
                new Insurance("Acme Health", "POL-7", null, LocalDate.of(2031, 12, 31)),
                null);
    }

    private PatientRecord record() {
        return scheduling.in(clinic, () -> records.get(patient));
    }

    private int audited(String action, String outcome) {
        return scheduling.in(
                clinic,
                () -> database.queryForObject(
                        "select count(*) from audit.event where action = ? and outcome = ? and patient_id = ?",
                        Integer.class,
                        action,
                        outcome,
                        patient));
    }

    private HttpResponse<String> post(Visitor visitor, String page, String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", visitor.csrfToken(page));
        return visitor.postForm(path, form);
    }

    private Visitor visitor(Role role) {
        return new Visitor(port).signedIn(staff.of(clinic, role));
    }
}
