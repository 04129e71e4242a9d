package org.carewright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.carewright.identity.AccountEvent;
import org.carewright.identity.Door;
import org.carewright.identity.Role;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What happens to accounts stands in the log, with who did it (HIP-1). */
@CarewrightTest
class AccountEventListenerTests {

    private static final AuditFilter EVERYTHING = new AuditFilter(null, null, null, null, null, null, false);

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    AuditTrail trail;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestStaff staff;

    @Autowired
    TestScheduling scheduling;

    private TestClinic clinic;

    @BeforeEach
    void open() {
        clinic = clinics.open();
    }

    @Test
    void whoSignsInIsTheOneWhoDidIt() {
        var person = staff.of(clinic, Role.RECEPTIONIST);

        events.publishEvent(new AccountEvent.SignedIn(person.id(), clinic.id(), Door.DESK));

        assertThat(log(clinic.id())).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("account.signed-in");
            assertThat(event.actorId()).isEqualTo(person.id());
            assertThat(event.actorRole()).isEqualTo("receptionist");
            assertThat(event.outcome()).isEqualTo(AuditLog.SUCCESS);
        });
    }

    @Test
    void aFailedSignInIsNobodysDoing() {
        var person = staff.of(clinic, Role.RECEPTIONIST);

        events.publishEvent(new AccountEvent.SignInFailed(person.id(), clinic.id(), Door.DESK, "password"));

        assertThat(log(clinic.id())).singleElement().satisfies(event -> {
            assertThat(event.actorId()).isNull();
            assertThat(event.resourceId()).isEqualTo(person.id());
            assertThat(event.outcome()).isEqualTo(AuditLog.FAILURE);
        });
    }

    @Test
    void whatConcernsNoClinicStandsInThePlatformsLog() {
        var unknown = UUID.randomUUID();

        events.publishEvent(new AccountEvent.SignInFailed(unknown, null, Door.DESK, "unknown"));

        assertThat(log(clinic.id())).isEmpty();
        assertThat(log(AuditLog.PLATFORM)).anyMatch(event -> unknown.equals(event.resourceId()));
    }

    @Test
    void rolesAreToldBeforeAndAfter() {
        var person = staff.of(clinic, Role.RECEPTIONIST);
        var before = java.util.Set.of(Role.RECEPTIONIST);
        var after = java.util.Set.of(Role.RECEPTIONIST, Role.BILLING);

        // Within the change itself: open reviews are offered anew by the same transaction.
        scheduling.in(clinic, () -> {
            events.publishEvent(new AccountEvent.RolesChanged(person.id(), clinic.id(), before, after));
            return person;
        });

        assertThat(log(clinic.id())).singleElement().satisfies(event -> assertThat(event.reason())
                .isEqualTo("receptionist > receptionist billing"));
    }

    private List<AuditEvent> log(UUID log) {
        return scope.call(log, () -> trail.page(EVERYTHING, null, 1000));
    }
}
