package org.carewright.integrations.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.carewright.integrations.SendResult.Accepted;
import org.carewright.integrations.SendResult.NotTaken;
import org.carewright.integrations.SendResult.Refused;
import org.carewright.integrations.SendResult.Unknown;
import org.carewright.integrations.http.ProviderBreakers;
import org.carewright.integrations.http.ProviderHttp;
import org.carewright.integrations.sandbox.SandboxAccounts;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sms.OutgoingSms;
import org.carewright.shared.web.PublicUrl;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Through the real SDK, over HTTP, against the sandbox. Each test has a breaker of its own. */
@CarewrightTest
class TwilioSmsSenderTests {

    private static final Duration USUAL = Duration.ofSeconds(15);
    private static final String CLINIC = "+15005550006";

    @Autowired
    ObjectProvider<SandboxAccounts> accounts;

    @Autowired
    PublicUrl publicUrl;

    @Autowired
    SandboxFixture sandbox;

    private final UUID effectId = UUID.randomUUID();
    private final String patient = "+1202" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);

    @Test
    void sendsTheTextAndACallbackAddressWithTheEffectsId() {
        var result = sender().send(sms(CLINIC, patient, "See you at 9:00 – Posture & Co"));

        var sent = sandbox.sentTo(patient).get(0);
        assertThat(result).isEqualTo(new Accepted(sent.providerRef()));
        assertThat(sent.providerRef()).startsWith("SM").hasSize(34);
        assertThat(sent.sender()).isEqualTo(CLINIC);
        assertThat(sent.body()).isEqualTo("See you at 9:00 – Posture & Co");
        assertThat(sent.callbackUrl()).isEqualTo(publicUrl.of("/webhooks/twilio/status?effect=" + effectId));
    }

    @ParameterizedTest
    @CsvSource({
        "+15005550006, 555-1234, 21211",
        "+15005550006, +15005550001, 21211",
        "+15005550006, +15005550002, 21612",
        "+15005550006, +15005550003, 21408",
        "+15005550006, +15005550004, 21610",
        "+15005550006, +15005550009, 21614",
        "+15005550001, +12025550123, 21212",
        "+15005550007, +12025550123, 21606",
        "clinic,       +12025550123, 21212"
    })
    void isRefusedForGoodWithTwiliosCodeAndWithoutTellingTheNumber(String from, String to, String code) {
        assertThat(sender().send(sms(from, to, "Hello"))).isEqualTo(new Refused(code, "Twilio error " + code));
    }

    @Test
    void isRefusedWhenTheTextIsTooLong() {
        assertThat(sender().send(sms(CLINIC, patient, "x".repeat(1601))))
                .isEqualTo(new Refused("21617", "Twilio error 21617"));
    }

    @Test
    void isNotTakenWhenTheSendersQueueIsFull() {
        assertThat(sender().send(sms("+15005550008", patient, "Hello")))
                .isEqualTo(new NotTaken("http_429", "Twilio error 21611"));
    }

    @Test
    void isNotTakenWithAWrongToken() {
        var account = accounts.getObject().twilio();
        var wrong = new TwilioSettings(accounts.getObject().twilioUrl(), account.name(), "wrong");
        assertThat(sender(wrong, USUAL).send(sms(CLINIC, patient, "Hello")))
                .isEqualTo(new NotTaken("http_401", "Twilio error 20003"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void isNotTakenByAProviderInTroubleAndNotTriedAgainByTheSdk(int status) {
        sandbox.fault("twilio", Kind.STATUS, status);

        assertThat(sender().send(sms(CLINIC, patient, "Hello")))
                .extracting(result -> ((NotTaken) result).code())
                .isEqualTo("http_" + status);
        assertThat(sandbox.sentTo(patient)).isEmpty();
    }

    @Test
    void isUnknownWhenTheAnswerTakesTooLongThoughTheMessageWasTaken() {
        sandbox.fault("twilio", Kind.STALL, 3000);
        var impatient = sender(new TwilioSettings("", "", ""), Duration.ofSeconds(2));

        assertThat(impatient.send(sms(CLINIC, patient, "Hello"))).isInstanceOf(Unknown.class);
        await().untilAsserted(() -> assertThat(sandbox.sentTo(patient)).hasSize(1));
    }

    @Test
    void isNotTakenWhenNobodyListens() throws IOException {
        int unused;
        try (var server = new ServerSocket(0)) {
            unused = server.getLocalPort();
        }
        var settings = new TwilioSettings("http://localhost:" + unused, "ACany", "token");
        assertThat(sender(settings, USUAL).send(sms(CLINIC, patient, "Hello")))
                .extracting(result -> ((NotTaken) result).code())
                .isEqualTo("not_reached");
    }

    private TwilioSmsSender sender() {
        return sender(new TwilioSettings("", "", ""), USUAL);
    }

    private TwilioSmsSender sender(TwilioSettings settings, Duration timeout) {
        return new TwilioSmsSender(
                new TwilioAccount(settings, accounts),
                ProviderHttp.withTimeout(timeout),
                ProviderBreakers.create(),
                publicUrl);
    }

    private OutgoingSms sms(String from, String to, String body) {
        return new OutgoingSms(effectId, from, to, body);
    }
}
