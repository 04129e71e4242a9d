package org.carewright.test;

import java.util.UUID;
import org.carewright.patients.access.AccessLevel;
import org.carewright.patients.access.NewGrant;
import org.carewright.patients.access.PatientAccess;
import org.carewright.patients.access.Relation;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestStaff.Person;
import org.springframework.stereotype.Component;

/** People of the portal who have access to a patient's record. */
@Component
public class TestPortal {

    private final TestStaff people;
    private final TestScheduling scheduling;
    private final PatientAccess access;

    TestPortal(TestStaff people, TestScheduling scheduling, PatientAccess access) {
        this.people = people;
        this.scheduling = scheduling;
        this.access = access;
    }

    /** The patient, who may do all. */
    public Person self(TestClinic clinic, UUID patient) {
        return person(clinic, patient, AccessLevel.FULL, Relation.SELF);
    }

    /** Somebody else with access at that level. */
    public Person other(TestClinic clinic, UUID patient, AccessLevel level) {
        return person(clinic, patient, level, Relation.OTHER);
    }

    private Person person(TestClinic clinic, UUID patient, AccessLevel level, Relation relation) {
        var person = people.portal(clinic);
        var grant = new NewGrant(person.id(), patient, level, relation, null, null, true);
        scheduling.in(clinic, () -> access.grant(grant));
        return person;
    }
}
