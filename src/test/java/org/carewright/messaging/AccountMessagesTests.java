package org.carewright.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.carewright.identity.account.Invites;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Messages about accounts leave once, and not when they have become pointless. */
@CarewrightTest
class AccountMessagesTests {

    @Autowired
    AccountMessages messages;

    @Autowired
    Invites invites;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    TestMail mail;

    @Autowired
    TestClinics clinics;

    @Autowired
    ClinicScope scope;

    private TestClinic clinic;
    private String email;
    private UUID invite;

    @BeforeEach
    void setUp() {
        clinic = clinics.open();
        email = "guest-" + UUID.randomUUID() + "@patient.example";
        invite = scope.call(
                clinic.id(), () -> invites.inviteFamily(email, "Guest", UUID.randomUUID(), "view_only", null));
    }

    @Test
    void sendsOnceHoweverOftenTheTaskRuns() {
        scope.run(clinic.id(), () -> messages.send(invite));
        scope.run(clinic.id(), () -> messages.send(invite));

        assertThat(mail.to(email)).hasSize(1);
    }

    @Test
    void sendsNothingThatWasWithdrawnMeanwhile() {
        scope.run(clinic.id(), () -> invites.withdraw(invite));

        assertThat(mail.to(email)).isEmpty();
        assertThat(sandbox.sentTo(email)).isEmpty();
    }

    @Test
    void tellsClinicNameAndHowLongTheLinkWorks() {
        var sent = mail.to(email).get(0);

        assertThat(sent.subject()).startsWith("You are invited to Test clinic");
        assertThat(sent.body()).contains("7 days", "Hello Guest,").doesNotContain("{");
        assertThat(sent.html()).contains("Accept invite");
    }
}
