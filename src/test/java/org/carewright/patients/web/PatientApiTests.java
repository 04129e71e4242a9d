package org.carewright.patients.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.carewright.test.ApiClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carewright.audit.AuditEvent;
import org.carewright.audit.AuditFilter;
import org.carewright.audit.AuditLog;
import org.carewright.audit.AuditTrail;
import org.carewright.audit.access.RecordAccess;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.identity.key.ApiKeys;
import org.carewright.patients.PreferredChannel;
import org.carewright.patients.app.PatientsForApps;
import org.carewright.patients.record.Allergy;
import org.carewright.patients.record.EmergencyContact;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.ApiClient;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StatementCounter;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Patients through the API (PLT-5): who may read what of whom, and that it is recorded. */
@CarewrightTest
class PatientApiTests {

    private static final String PATIENTS = "/api/v1/patients";

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientsForApps patients;

    @Autowired
    RecordAccess access;

    @Autowired
    ApiKeys keys;

    @Autowired
    AuditTrail trail;

    @Autowired
    StatementCounter statements;

    @Autowired
    ClinicScope scope;

    private TestClinic clinic;
    private ApiClient withKey;

    @BeforeEach
    void openClinic() {
        clinic = clinics.open();
        withKey = key("patients:read");
    }

    @Test
    void listsByFamilyNamePageByPage() {
        patient("Ann", "Young");
        patient("Bo", "Abbot");
        patient("Cleo", "Miller");

        var first = json(withKey.get(PATIENTS + "?limit=2"));
        var second = json(
                withKey.get(PATIENTS + "?limit=2&after=" + first.get("after").asText()));

        assertThat(names(first)).containsExactly("Abbot", "Miller");
        assertThat(names(second)).containsExactly("Young");
        assertThat(second.get("after").isNull()).isTrue();
    }

    @Test
    void findsByWhatIsTyped() {
        var wanted = patient("Ann", "Young");
        patient("Bo", "Abbot");

        var found = withKey.post(PATIENTS + "/search", Map.of("query", "you ann 1980-05-02"));

        assertThat(json(found).get("items")).hasSize(1);
        assertThat(json(found).at("/items/0/id").asText()).isEqualTo(wanted.toString());
    }

    @Test
    void tellsWhoAPatientIsAndNothingOfTheirHealth() {
        var id = patient("Ann", "Young");

        var answer = withKey.get(PATIENTS + "/" + id);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("email").asText()).isEqualTo("ann@patient.example");
        assertThat(json(answer).at("/emergencyContact/name").asText()).isEqualTo("Carla");
        assertThat(answer.body()).doesNotContain("Asthma", "Latex");
    }

    @Test
    void healthNeedsAScopeOfItsOwnAndARoleThatTreatsOrLeads() {
        var id = patient("Ann", "Young");
        var path = PATIENTS + "/" + id + "/health";

        assertThat(withKey.get(path).statusCode()).isEqualTo(403);
        assertThat(app(Role.RECEPTIONIST).get(path).statusCode()).isEqualTo(403);

        assertThat(json(key("patients:health").get(path)).get("medicalHistory").asText())
                .isEqualTo("Asthma");
        assertThat(json(app(Role.MANAGER).get(path))
                        .at("/allergies/0/substance")
                        .asText())
                .isEqualTo("Latex");
    }

    @Test
    void staffReadWhatTheyMayOpenAtTheDesk() {
        var id = patient("Ann", "Young");

        assertThat(app(Role.RECEPTIONIST).get(PATIENTS + "/" + id).statusCode()).isEqualTo(200);
        var stranger = app(Role.PRACTITIONER).get(PATIENTS + "/" + id);

        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(json(stranger).get("code").asText()).isEqualTo("record_closed");
        assertThat(log("patient.read"))
                .extracting(AuditEvent::actorRole, AuditEvent::outcome)
                .containsExactlyInAnyOrder(
                        tuple("receptionist", AuditLog.SUCCESS), tuple("practitioner", AuditLog.REFUSED));
    }

    @Test
    void aKeyReadsNoRestrictedRecord() {
        var id = patient("Ann", "Young");
        assertThat(withKey.get(PATIENTS + "/" + id).statusCode()).isEqualTo(200);

        scope.run(clinic.id(), () -> access.restrict(officer(), id, true, "Asked for by the patient"));

        var answer = withKey.get(PATIENTS + "/" + id);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("code").asText()).isEqualTo("record_closed");
        assertThat(log("patient.read"))
                .extracting(AuditEvent::outcome)
                .containsExactly(AuditLog.REFUSED, AuditLog.SUCCESS);
    }

    @Test
    void tellsTheLogWhichKeyReadWhatOfWhom() {
        var id = patient("Ann", "Young");
        withKey.get(PATIENTS + "/" + id);
        withKey.get(PATIENTS);
        withKey.post(PATIENTS + "/search", Map.of("query", "young"));

        var keyId = scope.call(clinic.id(), keys::list).get(0).id();
        assertThat(log("patient.read")).singleElement().satisfies(event -> {
            assertThat(event.actorId()).isEqualTo(keyId);
            assertThat(event.patientId()).isEqualTo(id);
            assertThat(event.resourceType()).isEqualTo("record");
        });
        assertThat(log("patients.listed")).hasSize(1);
        assertThat(log("patients.searched")).singleElement().satisfies(event -> assertThat(event.reason())
                .isNull());
    }

    @Test
    void anotherClinicsPatientIsUnknown() {
        var own = patient("Ann", "Young");
        var foreign = clinics.open();
        var theirs = create(foreign, "Bo", "Abbot");

        var answer = withKey.get(PATIENTS + "/" + theirs);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(plain(answer)).isEqualTo(plain(withKey.get(PATIENTS + "/" + UUID.randomUUID())));
        assertThat(names(json(withKey.get(PATIENTS + "?after=" + theirs))))
                .as("from the start")
                .containsExactly("Young");
        assertThat(names(json(withKey.get(PATIENTS + "?after=" + own)))).isEmpty();
        assertThat(names(json(withKey.get(PATIENTS)))).containsExactly("Young");
    }

    @Test
    void refusesALimitOutOfBounds() {
        assertThat(withKey.get(PATIENTS + "?limit=0").statusCode()).isEqualTo(422);
        assertThat(withKey.get(PATIENTS + "?limit=201").statusCode()).isEqualTo(422);
        assertThat(withKey.get(PATIENTS + "?limit=200").statusCode()).isEqualTo(200);
    }

    @Test
    void aListCostsTheSameHoweverLongItIs() {
        var first = patient("Ann", "Abbot");
        patient("Ann", "Baker");
        var few = statements.during(() -> scope.run(clinic.id(), () -> patients.list(first, 100)));
        for (var number = 0; number < 20; number++) {
            patient("Bo", "Young");
        }

        assertThat(statements.during(() -> scope.run(clinic.id(), () -> patients.list(first, 100))))
                .isEqualTo(few)
                .isPositive();
    }

    private ApiClient key(String scopeName) {
        var owner = staff.of(clinic, Role.RECEPTIONIST);
        return new ApiClient(port)
                .with(scope.call(clinic.id(), () -> keys.create("Website", Set.of(scopeName), 30, owner.id()))
                        .secret());
    }

    private ApiClient app(Role role) {
        return new ApiClient(port).signedIn(staff.of(clinic, role));
    }

    private StaffPrincipal officer() {
        return new StaffPrincipal(UUID.randomUUID(), clinic.id(), "Robin Vale", Set.of(Role.PRIVACY_OFFICER), 0);
    }

    private UUID patient(String givenName, String familyName) {
        return create(clinic, givenName, familyName);
    }

    private UUID create(TestClinic of, String givenName, String familyName) {
        var draft = new RecordDraft(
                givenName,
                familyName,
                LocalDate.of(1980, 5, 2),
                "ann@patient.example",
                "+12125550123",
                PreferredChannel.EMAIL,
                "en",
                "2 Station Road",
                new EmergencyContact("Carla", "mother", "+12125550199"),
                "Asthma",
                List.of(new Allergy("Latex", "rash")),
                List.of(),
                null,
                null);
        return scope.call(of.id(), () -> records.create(draft));
    }

    private static List<String> names(JsonNode page) {
        return page.get("items").findValuesAsText("familyName");
    }

    /** Without the address that was asked for. */
    private static String plain(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private List<AuditEvent> log(String action) {
        var filter = new AuditFilter(null, null, null, null, action, null, false);
        return scope.call(clinic.id(), () -> trail.page(filter, null, 100));
    }
}
