package org.carewright.integrations.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.effect.EffectUnsettledException;
import org.carewright.integrations.effect.Effects;
import org.carewright.integrations.sandbox.SignedPost;
import org.carewright.patients.ContactTokens;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CarewrightTest
class SendGridWebhookControllerTests {

    private static final String ADDRESS = "Jane.Canary@Patient.example";

    @Autowired
    SignedPost post;

    @Autowired
    Effects effects;

    @Autowired
    ClinicScope scope;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestInbox inbox;

    @Autowired
    ContactTokens tokens;

    @Autowired
    Clock clock;

    private UUID clinicId;
    private UUID effectId;

    @BeforeEach
    void attemptMail() {
        clinicId = clinics.open().id();
        assertThatExceptionOfType(EffectUnsettledException.class)
                .isThrownBy(() -> scope.run(
                        clinicId,
                        () -> effects.once("mail:1", "sendgrid", id -> {
                            effectId = id;
                            return new SendResult.Unknown("time-out");
                        })));
    }

    @Test
    void keepsSignedEventsAndHasAProcessApplyThem() {
        assertThat(post.sendGrid("[" + event("processed", "e1") + "," + event("delivered", "e2") + "]"))
                .isEqualTo(204);

        assertThat(inbox.openKinds(clinicId)).containsExactly("delivered", "processed");
        assertThat(inbox.waitingBatches(clinicId)).isEqualTo(1);
        inbox.apply(clinicId);
        assertThat(inbox.openKinds(clinicId)).isEmpty();
        assertThat(inbox.waitingBatches(clinicId)).isZero();
        assertThat(inbox.effectState(clinicId, effectId)).isEqualTo("done");
    }

    @Test
    void keepsAnEventThatIsSentAgainOnce() {
        var body = "[" + event("delivered", "e1") + "]";
        post.sendGrid(body);
        assertThat(post.sendGrid(body)).isEqualTo(204);

        assertThat(inbox.kinds(clinicId)).containsExactly("delivered");
        assertThat(inbox.waitingBatches(clinicId)).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNotSigned() {
        assertThat(post.sendGridUnsigned("[" + event("delivered", "e1") + "]")).isEqualTo(403);
        assertThat(inbox.kinds(clinicId)).isEmpty();
    }

    @Test
    void refusesABodyThatWasChanged() {
        var signed = "[" + event("bounce", "e1") + "]";
        assertThat(post.sendGrid("[" + event("delivered", "e1") + "]", signed, Duration.ZERO))
                .isEqualTo(403);
        assertThat(inbox.kinds(clinicId)).isEmpty();
    }

    @Test
    void refusesARecordedRequestAfterFiveMinutes() {
        var body = "[" + event("delivered", "e1") + "]";
        assertThat(post.sendGrid(body, body, Duration.ofSeconds(310))).isEqualTo(403);
        assertThat(inbox.kinds(clinicId)).isEmpty();
        assertThat(post.sendGrid(body, body, Duration.ofSeconds(290))).isEqualTo(204);
    }

    @Test
    void refusesMoreThanAMebibyte() {
        assertThat(post.sendGrid("[" + " ".repeat(1024 * 1024) + "]")).isEqualTo(413);
    }

    @Test
    void skipsEventsOfMailThatIsNotOurs() {
        assertThat(post.sendGrid(
                        "[" + event("delivered", "e1", UUID.randomUUID().toString()) + ","
                                + event("delivered", "e2", "not-an-id") + "]"))
                .isEqualTo(204);
        assertThat(inbox.kinds(clinicId)).isEmpty();
    }

    @Test
    void keepsATokenInsteadOfTheAddressAndNothingOfWhatTheMailServerSaid() {
        post.sendGrid("[" + event("bounce", "e1") + "]");

        assertThat(inbox.everything(clinicId))
                .containsIgnoringCase("bounce 5.1.1")
                .doesNotContainIgnoringCase("canary");
        assertThat(inbox.subjects(clinicId))
                .containsExactly(scope.call(clinicId, () -> tokens.email(ADDRESS.toLowerCase(java.util.Locale.ROOT))));
    }

    private String event(String kind, String eventId) {
        return event(kind, eventId, effectId.toString());
    }

    private String event(String kind, String eventId, String effect) {
        return """
                {"email":"%s","timestamp":%d,"event":"%s","sg_event_id":"%s","sg_message_id":"abc.recv-1",\
                "type":"bounce","status":"5.1.1","reason":"550 %s unknown","effect_id":"%s"}"""
                .formatted(ADDRESS, clock.instant().getEpochSecond(), kind, eventId + effectId, ADDRESS, effect);
    }
}
