package org.carewright.integrations.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.UUID;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.effect.EffectUnsettledException;
import org.carewright.integrations.effect.Effects;
import org.carewright.integrations.sandbox.SignedPost;
import org.carewright.patients.ContactTokens;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CarewrightTest
class TwilioWebhookControllerTests {

    private static final String INBOUND = "/webhooks/twilio/inbound";
    private static final String PATIENT = "+12025550147";

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

    private TestClinic clinic;
    private UUID effectId;
    private String statusPath;

    @BeforeEach
    void attemptMessage() {
        clinic = clinics.open();
        assertThatExceptionOfType(EffectUnsettledException.class)
                .isThrownBy(() -> scope.run(
                        clinic.id(),
                        () -> effects.once("sms:1", "twilio", id -> {
                            effectId = id;
                            return new SendResult.Unknown("time-out");
                        })));
        statusPath = "/webhooks/twilio/status?effect=" + effectId;
    }

    @ParameterizedTest
    @CsvSource({"sent, sent", "delivered, delivered", "undelivered, failed", "failed, failed"})
    void keepsASignedStatusAndSettlesTheEffect(String status, String kind) {
        assertThat(post.twilio(statusPath, status(status)).statusCode()).isEqualTo(200);

        assertThat(inbox.kinds(clinic.id())).containsExactly(kind);
        inbox.apply(clinic.id());
        assertThat(inbox.effectState(clinic.id(), effectId)).isEqualTo("done");
    }

    @Test
    void keepsAStatusThatIsSentAgainOnce() {
        post.twilio(statusPath, status("delivered"));
        assertThat(post.twilio(statusPath, status("delivered")).statusCode()).isEqualTo(200);

        assertThat(inbox.kinds(clinic.id())).containsExactly("delivered");
        assertThat(inbox.waitingBatches(clinic.id())).isEqualTo(1);
    }

    @Test
    void takesNoNoteOfStatusesThatTellNothing() {
        assertThat(post.twilio(statusPath, status("queued")).statusCode()).isEqualTo(200);
        assertThat(inbox.kinds(clinic.id())).isEmpty();
    }

    @Test
    void refusesWhatIsNotSigned() {
        assertThat(post.twilioUnsigned(statusPath, status("delivered"))).isEqualTo(403);
        assertThat(post.twilioUnsigned(INBOUND, inbound("STOP"))).isEqualTo(403);
        assertThat(inbox.kinds(clinic.id())).isEmpty();
    }

    @Test
    void refusesAFormThatWasChanged() {
        assertThat(post.twilio(statusPath, status("delivered"), status("failed"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(inbox.kinds(clinic.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?effect=4b0d6d3c-7a2e-4d4e-9d3b-1f7b7a0c0f11", "?effect=nonsense", ""})
    void keepsNothingOfMessagesThatAreNotOurs(String query) {
        assertThat(post.twilio("/webhooks/twilio/status" + query, status("delivered"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(inbox.kinds(clinic.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", " stop ", "Unsubscribe", "QUIT"})
    void keepsStopAsOptOutOfTheClinicThatWasWrittenToAndStaysSilent(String word) {
        var reply = post.twilio(INBOUND, inbound(word));

        assertThat(reply.body()).endsWith("<Response></Response>");
        assertThat(inbox.kinds(clinic.id())).containsExactly("opt_out");
        assertThat(inbox.subjects(clinic.id())).containsExactly(scope.call(clinic.id(), () -> tokens.phone(PATIENT)));
        assertThat(inbox.everything(clinic.id())).doesNotContain("2025550147");
    }

    @Test
    void keepsStartAsOptInAndConfirmsIt() {
        assertThat(post.twilio(INBOUND, inbound("START")).body()).contains("<Message>You will get our text messages");
        assertThat(inbox.kinds(clinic.id())).containsExactly("opt_in");
    }

    @Test
    void leavesTheAnswerToTwilioWhereItManagesOptOuts() {
        var form = new java.util.HashMap<>(inbound("stopp bitte"));
        form.put("OptOutType", "STOP");
        assertThat(post.twilio(INBOUND, form).body()).endsWith("<Response></Response>");
        assertThat(inbox.kinds(clinic.id())).containsExactly("opt_out");
    }

    @Test
    void answersHelpAndWhatNobodyReadsWithoutKeepingIt() {
        assertThat(post.twilio(INBOUND, inbound("HELP")).body()).contains("<Message>These are messages");
        assertThat(post.twilio(INBOUND, inbound("my back hurts")).body()).contains("<Message>Nobody reads replies");
        assertThat(inbox.kinds(clinic.id())).isEmpty();
    }

    private Map<String, String> status(String status) {
        return Map.of(
                "MessageSid", "SM" + effectId, "MessageStatus", status, "To", PATIENT, "From", clinic.smsSender());
    }

    private Map<String, String> inbound(String text) {
        return Map.of("MessageSid", "SM" + UUID.randomUUID(), "From", PATIENT, "To", clinic.smsSender(), "Body", text);
    }
}
