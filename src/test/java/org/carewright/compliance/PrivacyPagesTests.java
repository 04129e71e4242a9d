package org.carewright.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carewright.identity.Role;
import org.carewright.identity.StaffPrincipal;
import org.carewright.patients.NewPatient;
import org.carewright.patients.PatientService;
import org.carewright.patients.PreferredChannel;
import org.carewright.patients.merge.PatientMerges;
import org.carewright.patients.merge.PatientMerges.Version;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestStaff;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of emergency access (HIP-5), restriction and accounting of disclosures (HIP-3). */
@CarewrightTest
class PrivacyPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    PatientService patients;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientMerges merges;

    @Autowired
    ClinicScope scope;

    @Autowired
    PlatformTransactionManager transactions;

    private TestClinic clinic;
    private UUID patient;

    @BeforeEach
    void open() {
        clinic = clinics.open();
        patient = patientIn(clinic);
    }

    @Test
    void opensARecordForAReason() {
        var practitioner = visitor(Role.PRACTITIONER);
        var page = "/desk/emergency-access/" + patient;
        assertThat(practitioner.get(page).body()).contains("name=\"reason\"").doesNotContain("Lindqvist");

        var answer = post(practitioner, page, Map.of("reason", "Unconscious, allergies needed"));

        assertThat(answer).isEqualTo(302);
        assertThat(practitioner.get(page).body()).contains("open to you until").doesNotContain("name=\"reason\"");
    }

    @Test
    void asksForAReasonThatSaysSomething() {
        var practitioner = visitor(Role.PRACTITIONER);

        assertThat(post(practitioner, "/desk/emergency-access/" + patient, Map.of("reason", "  help    ")))
                .isEqualTo(422);
        assertThat(practitioner.get("/desk/emergency-access/" + patient).body()).contains("name=\"reason\"");
    }

    @Test
    void aPatientOfAnotherClinicIsNotThere() {
        var foreign = patientIn(clinics.open());
        var officer = visitor(Role.PRIVACY_OFFICER);

        assertThat(visitor(Role.PRACTITIONER)
                        .get("/desk/emergency-access/" + foreign)
                        .statusCode())
                .isEqualTo(404);
        assertThat(officer.get("/desk/disclosures/" + foreign).statusCode()).isEqualTo(404);
        assertThat(officer.get("/desk/disclosures/" + foreign + "/file.csv").statusCode())
                .isEqualTo(404);
        assertThat(officer.get("/desk/restrictions/" + foreign).statusCode()).isEqualTo(404);
    }

    @Test
    void restrictsARecordAndLiftsIt() {
        var officer = visitor(Role.PRIVACY_OFFICER);
        var page = "/desk/restrictions/" + patient;

        assertThat(post(officer, page, Map.of("restricted", "true", "reason", "")))
                .isEqualTo(422);
        assertThat(post(officer, page, Map.of("restricted", "true", "reason", "Asked for")))
                .isEqualTo(302);
        assertThat(officer.get(page).body()).contains("This record is restricted");
        assertThat(post(officer, page, Map.of("restricted", "false", "reason", "No longer wanted")))
                .isEqualTo(302);
        assertThat(officer.get(page).body()).contains("This record is not restricted");
    }

    @Test
    void accountsForTheDisclosuresOfSixYears() {
        var officer = visitor(Role.PRIVACY_OFFICER);
        var page = "/desk/disclosures/" + patient;
        post(officer, page, disclosure("2025-02-03", "State registry"));
        post(officer, page, disclosure("2001-02-03", "Long ago registry"));

        assertThat(officer.get(page).body()).contains("State registry").doesNotContain("Long ago registry");
    }

    /** Merging takes nothing out of what a patient is told of, and undoing it gives neither what is the other's. */
    @Test
    void accountsAlsoForWhatWasGivenOfARecordBeforeItWasMerged() {
        var officer = visitor(Role.PRIVACY_OFFICER);
        var other =
                scope.call(clinic.id(), () -> records.create(RecordDraft.of("Mira", "Lind", null, null, null, "en")));
        post(officer, "/desk/disclosures/" + other, disclosure("2025-02-03", "State registry"));
        post(officer, "/desk/disclosures/" + patient, disclosure("2025-02-04", "Insurer"));
        var page = "/desk/disclosures/" + patient;
        assertThat(officer.get(page).body()).contains("Insurer").doesNotContain("State registry");
        var person = new StaffPrincipal(UUID.randomUUID(), clinic.id(), "Rae", Set.of(Role.RECEPTIONIST), 0);

        var merge = scope.call(
                clinic.id(), () -> merges.merge(person, new Version(patient, 0), new Version(other, 0), List.of()));

        assertThat(officer.get(page).body()).contains("Insurer", "State registry");
        assertThat(officer.get(page + "/file.csv").body()).contains("Insurer", "State registry");
        assertThat(officer.get("/desk/audit?patient=" + patient).body()).contains(other.toString());
        assertThat(officer.get("/desk/audit/export.csv?patient=" + patient).body())
                .as("two disclosures recorded")
                .satisfies(file ->
                        assertThat(file.split("disclosure.recorded", -1)).hasSize(3));
        scope.run(clinic.id(), () -> merges.undo(person, merge));
        assertThat(officer.get(page).body()).contains("Insurer").doesNotContain("State registry");
    }

    @Test
    void namesWhatIsWrongWithADisclosure() {
        var officer = visitor(Role.PRIVACY_OFFICER);
        var page = "/desk/disclosures/" + patient;

        assertThat(post(officer, page, disclosure("2999-01-01", "Registry"))).isEqualTo(422);
        assertThat(post(officer, page, disclosure("2025-02-03", " "))).isEqualTo(422);
        assertThat(officer.get(page).body()).doesNotContain("<td>Registry");
    }

    @Test
    void noCellOfTheFileIsAFormula() {
        var officer = visitor(Role.PRIVACY_OFFICER);
        var page = "/desk/disclosures/" + patient;
        post(officer, page, disclosure("2025-02-03", "=HYPERLINK(\"x\")"));

        var file = officer.get(page + "/file.csv");

        assertThat(file.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
        assertThat(file.body()).contains("\"'=HYPERLINK(\"\"x\"\")\"");
    }

    private static Map<String, String> disclosure(String day, String recipient) {
        return Map.of(
                "disclosedOn", day, "recipient", recipient, "description", "Vaccination dates", "purpose", "By law");
    }

    private int post(Visitor visitor, String page, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", visitor.csrfToken(page));
        return visitor.postForm(page, form).statusCode();
    }

    private Visitor visitor(Role role) {
        return new Visitor(port).signedIn(staff.of(clinic, role));
    }

    private UUID patientIn(TestClinic where) {
        return scope.call(
                where.id(), () -> new TransactionTemplate(transactions).execute(status -> patients.findOrCreate(
                                new NewPatient(
                                        "Mira", "Lindqvist", "mira@patient.example", null, PreferredChannel.NONE, "en"),
                                "US")
                        .id()));
    }
}
