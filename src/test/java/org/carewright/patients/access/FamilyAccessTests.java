package org.carewright.patients.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.UUID;
import org.carewright.identity.Door;
import org.carewright.identity.account.Invites;
import org.carewright.patients.record.PatientRecords;
import org.carewright.patients.record.RecordDraft;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMail;
import org.carewright.test.TestStaff;
import org.carewright.test.TestStaff.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who decides who else opens a record at the portal (IAM-1). */
@CarewrightTest
class FamilyAccessTests {

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestMail mail;

    @Autowired
    PatientRecords records;

    @Autowired
    PatientAccess access;

    @Autowired
    FamilyAccess family;

    @Autowired
    Invites invites;

    @Autowired
    ClinicScope scope;

    private TestClinic clinic;
    private UUID adult;
    private UUID child;
    private Person self;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
        adult = patient(LocalDate.now().minusYears(40));
        child = patient(LocalDate.now().minusYears(12));
        self = staff.portal(clinic);
        grant(self, adult, AccessLevel.FULL, Relation.SELF, true);
    }

    @Test
    void thePatientOfAgeDecidesAndFamilyDoesNot() {
        var partner = staff.portal(clinic);
        grant(partner, adult, AccessLevel.FULL, Relation.PARTNER, true);

        assertThat(scope.call(clinic.id(), () -> family.members(self.id(), adult)))
                .hasSize(2);
        refused("access_too_low", () -> family.members(partner.id(), adult));
    }

    @Test
    void parentsDecideForAMinorAndTheMinorDoesNot() {
        var minor = staff.portal(clinic);
        grant(minor, child, AccessLevel.FULL, Relation.SELF, true);
        grant(self, child, AccessLevel.FULL, Relation.PARENT, false);

        assertThat(scope.call(clinic.id(), () -> family.members(self.id(), child)))
                .hasSize(2);
        refused("access_too_low", () -> family.members(minor.id(), child));
    }

    @Test
    void nobodyTakesThePatientsOwnAccessAway() {
        var minor = staff.portal(clinic);
        var own = grant(minor, child, AccessLevel.FULL, Relation.SELF, true);
        var parent = grant(self, child, AccessLevel.FULL, Relation.PARENT, false);

        refused("not_found", () -> family.revoke(self.id(), own));
        scope.run(clinic.id(), () -> family.revoke(self.id(), parent));
        refused("not_found", () -> access.require(self.id(), child, AccessLevel.VIEW_ONLY));
    }

    @Test
    void accessThatWaitsForConsentWorksOnceThePatientAgrees() {
        var other = staff.portal(clinic);
        var waiting = grant(other, adult, AccessLevel.VIEW_ONLY, Relation.OTHER, false);
        refused("not_found", () -> access.require(other.id(), adult, AccessLevel.VIEW_ONLY));

        scope.run(clinic.id(), () -> family.agree(self.id(), waiting));
        assertThat(scope.call(clinic.id(), () -> access.require(other.id(), adult, AccessLevel.VIEW_ONLY))
                        .id())
                .isEqualTo(waiting);
    }

    @Test
    void anAcceptedInviteOpensTheRecordAndANewerOneReplacesIt() {
        var known = staff.portal(clinic);
        accept(known, AccessLevel.VIEW_ONLY);
        assertThat(level(known)).isEqualTo(AccessLevel.VIEW_ONLY);

        accept(known, AccessLevel.MESSAGING);
        assertThat(level(known)).isEqualTo(AccessLevel.MESSAGING);
    }

    @Test
    void aWithdrawnInviteOpensNothing() {
        var known = staff.portal(clinic);
        var id = invite(known, AccessLevel.FULL);
        var link = mail.linkTo(known.email());
        scope.run(clinic.id(), () -> family.withdraw(self.id(), id));

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> accept(link));
        refused("not_found", () -> access.require(known.id(), adult, AccessLevel.VIEW_ONLY));
    }

    private AccessLevel level(Person person) {
        return scope.call(clinic.id(), () -> access.require(person.id(), adult, AccessLevel.VIEW_ONLY))
                .level();
    }

    private void accept(Person person, AccessLevel level) {
        invite(person, level);
        accept(mail.linkTo(person.email()));
    }

    private void accept(String link) {
        invites.accept(Door.PORTAL, link.substring("/portal/invite/".length()), "Known", TestStaff.PASSWORD);
    }

    private UUID invite(Person person, AccessLevel level) {
        var wanted = new FamilyInvite("Known", person.email(), Relation.OTHER, level);
        return scope.call(clinic.id(), () -> family.invite(self.id(), adult, wanted));
    }

    private UUID patient(LocalDate born) {
        var draft = RecordDraft.of("Test", "Patient", born, UUID.randomUUID() + "@patient.example", null, "en");
        return scope.call(clinic.id(), () -> records.create(draft));
    }

    private UUID grant(Person person, UUID patient, AccessLevel level, Relation relation, boolean agreed) {
        return scope.call(
                clinic.id(),
                () -> access.grant(new NewGrant(person.id(), patient, level, relation, null, null, agreed)));
    }

    private void refused(String code, Runnable work) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> scope.run(clinic.id(), work))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
