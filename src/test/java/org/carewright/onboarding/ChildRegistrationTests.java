package org.carewright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.documents.PdfText;
import org.carewright.documents.consent.Consents;
import org.carewright.identity.Door;
import org.carewright.onboarding.patient.Onboarding;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.Grant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.patients.record.PatientRecord;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.process.OpenTask;
import org.carewright.shared.process.Processes;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMail;
import org.carewright.test.TestOnboarding;
import org.carewright.test.TestOnboarding.Newcomer;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.carewright.test.TestTime;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A parent registers a child: the record is the child's, the account, the contacts and the signatures are the parent's. */
@CarewrightTest
class ChildRegistrationTests {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");
    private static final String BORN = "2019-06-30";

    @RegisterExtension
    final TestTime time = new TestTime();

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestOnboarding newcomers;

    @Autowired
    TestMail mail;

    @Autowired
    Onboarding onboarding;

    @Autowired
    Processes processes;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientAccess access;

    @Autowired
    Consents consents;

    @Autowired
    JdbcTemplate database;

    private TestClinic clinic;

    @BeforeEach
    void openClinic() {
        time.moveTo(NOW);
        clinic = clinics.open();
    }

    @Test
    void theRecordIsTheChildsAndTheParentOpensItInFull() {
        var newcomer = register(staff.portal(clinic), child("child"));

        assertThat(recordOf(newcomer).fullName()).isEqualTo("Mila Okafor");
        assertThat(recordOf(newcomer).content().dateOfBirth()).isEqualTo(BORN);
        assertThat(recordOf(newcomer).content().email())
                .isEqualTo(newcomer.person().email());
        assertThat(grantOf(newcomer)).satisfies(grant -> {
            assertThat(grant.relation()).isEqualTo(Relation.PARENT);
            assertThat(grant.level()).isEqualTo(AccessLevel.FULL);
            assertThat(grant.agreedAt()).isNull();
        });
    }

    @Test
    void whoRegistersAnotherChildInTheirCareIsItsGuardian() {
        var newcomer = register(staff.portal(clinic), child("ward"));

        assertThat(grantOf(newcomer).relation()).isEqualTo(Relation.GUARDIAN);
    }

    @Test
    void whoRegistersThemselvesOpensTheirOwnRecord() {
        var newcomer = register(staff.portal(clinic), TestOnboarding.details());

        assertThat(grantOf(newcomer).relation()).isEqualTo(Relation.SELF);
        assertThat(grantOf(newcomer).agreedAt()).isNotNull();
    }

    @Test
    void theParentsAccessEndsOnTheDayTheChildComesOfAge() {
        var newcomer = register(staff.portal(clinic), child("child"));

        time.moveTo(Instant.parse("2037-06-29T15:00:00Z"));
        assertThat(openTo(newcomer)).hasSize(1);
        time.moveTo(Instant.parse("2037-06-30T15:00:00Z"));
        assertThat(openTo(newcomer)).isEmpty();
    }

    @Test
    void theQrPageOpensTheAccountInTheParentsName() {
        var email = "parent-" + UUID.randomUUID() + "@patient.example";
        var values = child("child");
        values.put("ownName", "Ada Okafor");
        values.put("email", email);

        newcomers.in(clinic, () -> {
            onboarding.register(values, TestOnboarding.PASSWORD, "en");
            return null;
        });

        var name = newcomers.in(
                clinic,
                () -> database.queryForObject(
                        "select display_name from identity.account where email = ?", String.class, email));
        assertThat(name).isEqualTo("Ada Okafor");
        assertThat(mail.linkTo(email)).isNotBlank();
    }

    @Test
    void theQrPageAsksForTheNameOfWhoRegistersAChildOnly() {
        var values = child("child");
        values.put("email", "parent-" + UUID.randomUUID() + "@patient.example");

        assertThatThrownBy(() -> newcomers.in(clinic, () -> {
                    onboarding.register(values, TestOnboarding.PASSWORD, "en");
                    return null;
                }))
                .isInstanceOfSatisfying(InvalidFormException.class, wrong -> assertThat(wrong.errors())
                        .extracting(FieldError::key)
                        .containsExactly("ownName"));
    }

    @Test
    void anAdultIsRegisteredByNobodyElse() {
        var values = child("ward");
        values.put("dateOfBirth", "2009-03-01");

        assertThatThrownBy(() -> register(staff.portal(clinic), values))
                .isInstanceOfSatisfying(InvalidFormException.class, wrong -> assertThat(wrong.errors())
                        .extracting(FieldError::key, FieldError::code)
                        .containsExactly(tuple("dateOfBirth", "of_age")));
        values.put("dateOfBirth", "2009-03-02");
        assertThat(recordOf(register(staff.portal(clinic), values))).isNotNull();
    }

    @Test
    void theParentsOwnRecordIsNoDuplicateOfTheChilds() {
        var parent = staff.portal(clinic);
        var own = newcomers.in(
                clinic,
                () -> records.create(RecordDraft.of(
                        "Ines", "Okafor", LocalDate.of(1984, 5, 17), parent.email(), "+12125550177", "en")));

        var newcomer = register(parent, child("child"));

        assertThat(openTasks(newcomer)).isEmpty();
        assertThat(recordOf(newcomer).id()).isNotEqualTo(own);
    }

    @Test
    void aChildWhomTheClinicKnowsByAnotherAddressIsReceptionsToRecognise() {
        var known = newcomers.in(
                clinic,
                () -> records.create(
                        RecordDraft.of("Mila", "Okafor", LocalDate.parse(BORN), "", "+12125550999", "en")));

        var newcomer = register(staff.portal(clinic), child("child"));

        assertThat(openTasks(newcomer)).extracting(OpenTask::activityId).containsExactly("Task_ReviewDuplicate");
        assertThat(newcomers.in(clinic, () -> access.of(known))).isEmpty();
        newcomers.in(clinic, () -> {
            processes.complete(openTasks(newcomer).get(0), Map.of("duplicateVerdict", "same"));
            return null;
        });
        assertThat(newcomers.in(clinic, () -> access.of(known)))
                .singleElement()
                .satisfies(grant -> assertThat(grant.relation()).isEqualTo(Relation.PARENT));
    }

    @Test
    void theParentSignsAsParentAndThePdfSaysSo() {
        var version = newcomers.askConsent(clinic);
        var newcomer = register(staff.portal(clinic), child("child"));
        var visitor = new Visitor(port).signedIn(Door.PORTAL, newcomer.person());
        var page = "/portal/onboarding/consents";
        assertThat(visitor.get(page).body()).contains("Patient: Mila Okafor");

        var signed = visitor.postForm(
                page,
                Map.of(
                        "version",
                        version.toString(),
                        "language",
                        "en",
                        "signerName",
                        "Ada Okafor",
                        "_csrf",
                        visitor.csrfToken(page)));

        assertThat(signed.statusCode()).isEqualTo(302);
        var patient = recordOf(newcomer).id();
        var consent = newcomers.in(clinic, () -> consents.of(patient)).get(0);
        assertThat(consent.relation().code()).isEqualTo("parent");
        var pdf = newcomers.in(clinic, () -> consents.pdf(patient, consent.id()));
        assertThat(PdfText.of(pdf)).contains("Mila Okafor", "Ada Okafor", "Parent");
    }

    private static Map<String, Object> child(String registeringFor) {
        var values = new HashMap<>(TestOnboarding.details());
        values.put("registeringFor", registeringFor);
        values.put("givenName", "Mila");
        values.put("dateOfBirth", BORN);
        return values;
    }

    private Newcomer register(Person parent, Map<String, Object> values) {
        var newcomer = newcomers.atPortal(clinic, parent, values);
        newcomers.runDue(newcomer);
        return newcomer;
    }

    private PatientRecord recordOf(Newcomer newcomer) {
        return newcomers.in(
                clinic, () -> records.get(newcomers.enrolment(newcomer).patientId()));
    }

    private Grant grantOf(Newcomer newcomer) {
        var patient = recordOf(newcomer).id();
        return newcomers.in(clinic, () -> access.of(patient)).get(0);
    }

    private List<Grant> openTo(Newcomer newcomer) {
        return newcomers.in(clinic, () -> access.patientsOf(newcomer.person().id()));
    }

    private List<OpenTask> openTasks(Newcomer newcomer) {
        var instance = newcomers.enrolment(newcomer).processInstanceId();
        return newcomers.in(clinic, () -> processes.openTasks(List.of(instance)));
    }
}
