package org.carewright.patients.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a portal account may open (IAM-1). */
@CarewrightTest
class PatientAccessTests {

    @Autowired
    TestClinics clinics;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    TestStaff staff;

    @Autowired
    PatientAccess access;

    @Autowired
    ClinicScope scope;

    private TestClinic clinic;
    private UUID patient;
    private UUID account;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
        patient = scheduling.patient(clinic);
        account = staff.portal(clinic).id();
    }

    @Test
    void opensUpToItsLevel() {
        grant(AccessLevel.MESSAGING);

        assertThat(require(patient, AccessLevel.MESSAGING).patientId()).isEqualTo(patient);
        refused("access_too_low", () -> require(patient, AccessLevel.FULL));
    }

    @Test
    void endsAtOnceWhenRevokedAndCanBeGivenAgain() {
        var id = grant(AccessLevel.FULL);
        scope.run(clinic.id(), () -> access.revoke(patient, id));

        refused("not_found", () -> require(patient, AccessLevel.VIEW_ONLY));
        refused("not_found", () -> scope.run(clinic.id(), () -> access.revoke(patient, id)));
        grant(AccessLevel.VIEW_ONLY);
        assertThat(require(patient, AccessLevel.VIEW_ONLY).level()).isEqualTo(AccessLevel.VIEW_ONLY);
    }

    @Test
    void isGivenOnce() {
        grant(AccessLevel.FULL);

        refused("access_exists", () -> grant(AccessLevel.VIEW_ONLY));
    }

    @Test
    void aPatientWithoutAGrantIsNotThere() {
        grant(AccessLevel.FULL);
        var other = scheduling.patient(clinic);

        refused("not_found", () -> require(other, AccessLevel.VIEW_ONLY));
    }

    @Test
    void anotherClinicsAccountIsNotThere() {
        account = staff.portal(clinics.open()).id();

        refused("not_found", () -> grant(AccessLevel.FULL));
    }

    private UUID grant(AccessLevel level) {
        return scope.call(
                clinic.id(),
                () -> access.grant(new NewGrant(account, patient, level, Relation.SELF, null, null, false)));
    }

    private Grant require(UUID of, AccessLevel level) {
        return scope.call(clinic.id(), () -> access.require(account, of, level));
    }

    private static void refused(String code, Runnable work) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(work::run)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
