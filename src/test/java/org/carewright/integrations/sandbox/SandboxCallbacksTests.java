package org.carewright.integrations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.carewright.integrations.effect.EffectOutcome;
import org.carewright.integrations.effect.Effects;
import org.carewright.integrations.email.EmailSender;
import org.carewright.integrations.email.OutgoingEmail;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sms.OutgoingSms;
import org.carewright.integrations.sms.SmsSender;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole circle: our sender, the sandbox, its signed callback over HTTP, our webhook, the inbox. */
@CarewrightTest
class SandboxCallbacksTests {

    @Autowired
    EmailSender emails;

    @Autowired
    SmsSender texts;

    @Autowired
    Effects effects;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    SandboxCallbacks callbacks;

    @Autowired
    SandboxMessages messages;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestInbox inbox;

    @Autowired
    ClinicScope scope;

    private TestClinic clinic;
    private final String address = "p" + UUID.randomUUID() + "@mail.example";
    private final String phone = "+1202" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);

    @BeforeEach
    void openClinic() {
        clinic = clinics.open();
    }

    @Test
    void reportsMailAsProcessedAndDelivered() {
        sendMail();
        awaitMail("delivered", "processed");
        awaitStatus(address, "delivered");
    }

    @Test
    void reportsTextMessagesAsSentAndThenDelivered() {
        sendText("1");
        awaitKinds(List.of("sent", "delivered")::equals);
        awaitStatus(phone, "delivered");
    }

    @Test
    void letsMailBounceWhenAsked() {
        sandbox.fault("sendgrid", Kind.BOUNCE, 0);
        sendMail();
        awaitMail("bounced", "processed");
    }

    @Test
    void dropsMailAndFailsToDeliverTextMessagesWhenAsked() {
        sandbox.fault("sendgrid", Kind.FAIL_DELIVERY, 0);
        sandbox.fault("twilio", Kind.FAIL_DELIVERY, 0);
        sendMail();
        awaitKinds(List.of("dropped")::equals);
        sendText("1");
        awaitKinds(List.of("dropped", "sent", "failed")::equals);
    }

    @Test
    void reportsInTheWrongOrderWhenAsked() {
        sandbox.fault("twilio", Kind.REORDER_CALLBACK, 0);
        sendText("1");
        awaitKinds(List.of("delivered", "sent")::equals);
    }

    @Test
    void reportsTwiceWhenAskedAndTheInboxKeepsEachOnce() {
        sandbox.fault("twilio", Kind.DUPLICATE_CALLBACK, 0);
        sendText("1");
        awaitStatus(phone, "delivered");
        assertThat(inbox.kinds(clinic.id())).containsExactly("sent", "delivered");
    }

    @Test
    void reportsNothingWhenAsked() {
        sandbox.fault("sendgrid", Kind.DROP_CALLBACK, 0);
        sendMail();
        awaitStatus(address, "delivered");
        assertThat(inbox.kinds(clinic.id())).isEmpty();
    }

    @Test
    void signsWronglyWhenAskedAndNothingIsKept() {
        sandbox.fault("sendgrid", Kind.BAD_SIGNATURE, 0);
        sandbox.fault("twilio", Kind.BAD_SIGNATURE, 0);
        sendMail();
        sendText("1");
        awaitStatus(address, "delivered");
        awaitStatus(phone, "delivered");
        assertThat(inbox.kinds(clinic.id())).isEmpty();
    }

    @Test
    void stopFromAPhoneIsAnOptOutForUsAndARefusalAtTheProvider() {
        sendText("1");
        awaitStatus(phone, "delivered");
        callbacks.reply(sandbox.sentTo(phone).get(0), "Stop");
        awaitKinds(kinds -> kinds.contains("opt_out"));
        assertThat(sendText("2"))
                .extracting(outcome -> ((EffectOutcome.Rejected) outcome).reason())
                .isEqualTo("21610");

        callbacks.reply(sandbox.sentTo(phone).get(0), "START");
        awaitKinds(kinds -> kinds.contains("opt_in"));
        assertThat(sendText("3")).isInstanceOf(EffectOutcome.Done.class);
    }

    @Test
    void settlesAnEffectWhoseAnswerWasLost() {
        var effectId = new UUID[1];
        scope.run(clinic.id(), () -> {
            try {
                effects.once("mail:lost", emails.provider(), id -> {
                    effectId[0] = id;
                    emails.send(mail(id));
                    throw new IllegalStateException("killed after sending");
                });
            } catch (org.carewright.integrations.effect.EffectUnsettledException e) {
                assertThat(e).hasMessageContaining(id(effectId));
            }
        });
        awaitMail("delivered", "processed");
        inbox.apply(clinic.id());

        var again = scope.call(
                clinic.id(), () -> effects.once("mail:lost", emails.provider(), id -> emails.send(mail(id))));
        assertThat(again)
                .isEqualTo(new EffectOutcome.Done(
                        effectId[0], sandbox.sentTo(address).get(0).providerRef()));
        assertThat(sandbox.sentTo(address)).hasSize(1);
    }

    @Test
    void reportsAfterARestartOnWhatItHadTaken() {
        sandbox.fault("sendgrid", Kind.DROP_CALLBACK, 0);
        sendMail();
        var mail = sandbox.sentTo(address).get(0);
        messages.setStatus(mail.id(), "accepted");

        callbacks.reportWhatWasLeft();
        awaitMail("delivered", "processed");
    }

    private static String id(UUID[] holder) {
        return holder[0].toString();
    }

    private EffectOutcome sendMail() {
        return scope.call(clinic.id(), () -> effects.once("mail:1", emails.provider(), id -> emails.send(mail(id))));
    }

    private OutgoingEmail mail(UUID effectId) {
        return new OutgoingEmail(
                effectId, "Clinic", "visits@clinic.example", null, "Pat", address, "Hello", "Text", null, List.of());
    }

    private EffectOutcome sendText(String number) {
        return scope.call(
                clinic.id(),
                () -> effects.once(
                        "sms:" + number,
                        texts.provider(),
                        id -> texts.send(new OutgoingSms(id, clinic.smsSender(), phone, "Hello"))));
    }

    /** Events of mail come in one call, so in no order; their times are whole seconds. */
    private void awaitMail(String... kinds) {
        await().untilAsserted(() -> assertThat(inbox.kinds(clinic.id())).containsExactlyInAnyOrder(kinds));
    }

    private void awaitKinds(Predicate<List<String>> wanted) {
        await().until(() -> inbox.kinds(clinic.id()), wanted);
    }

    private void awaitStatus(String recipient, String status) {
        await().until(() -> status.equals(sandbox.sentTo(recipient).get(0).status()));
    }
}
