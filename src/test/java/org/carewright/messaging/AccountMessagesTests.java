package org.carewright.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.identity.account.Invites;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestMail;
import org.carewright.test.TestScheduling;
import org.carewright.test.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;

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
    TestStaff staff;

    @Autowired
    TestScheduling scheduling;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MessageSource texts;

    @Autowired
    ClinicService clinicService;

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

    @Test
    void anInviteComesInTheClinicsLanguageUnlessAnotherIsKnown() {
        in("update clinics.clinic set locale = 'ja-JP'");
        var stranger = "guest-" + UUID.randomUUID() + "@patient.example";
        var chosen = "guest-" + UUID.randomUUID() + "@patient.example";
        var known = staff.portal(clinic).email();
        in("update identity.account set language = 'hi' where email = '" + known + "'");

        scope.run(clinic.id(), () -> {
            invites.inviteFamily(stranger, "Guest", UUID.randomUUID(), "view_only", null);
            invites.inviteFamily(chosen, "Guest", "zh-TW", UUID.randomUUID(), "view_only", null);
            invites.inviteFamily(known, "Guest", UUID.randomUUID(), "view_only", null);
        });

        assertThat(mail.to(stranger).get(0).subject()).isEqualTo(subject(Locale.JAPANESE));
        assertThat(mail.to(chosen).get(0).subject()).isEqualTo(subject(Locale.TAIWAN));
        assertThat(mail.to(known).get(0).subject()).isEqualTo(subject(Locale.forLanguageTag("hi")));
    }

    private String subject(Locale language) {
        var name = scope.call(clinic.id(), () -> clinicService.current().name());
        return texts.getMessage("account-mail.invite.subject", new Object[] {name}, language);
    }

    private void in(String sql) {
        scheduling.in(clinic, () -> database.update(sql));
    }
}
