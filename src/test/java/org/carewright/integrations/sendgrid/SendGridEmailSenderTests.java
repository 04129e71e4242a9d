package org.carewright.integrations.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.SendResult.Accepted;
import org.carewright.integrations.SendResult.NotTaken;
import org.carewright.integrations.SendResult.Refused;
import org.carewright.integrations.SendResult.Unknown;
import org.carewright.integrations.email.OutgoingEmail;
import org.carewright.integrations.http.ProviderBreakers;
import org.carewright.integrations.http.ProviderHttp;
import org.carewright.integrations.sandbox.SandboxAccounts;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Through the real SDK, over HTTP, against the sandbox. Each test has a breaker of its own. */
@CarewrightTest
class SendGridEmailSenderTests {

    private static final Duration USUAL = Duration.ofSeconds(15);

    @Autowired
    ObjectProvider<SandboxAccounts> accounts;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    ObjectMapper json;

    private final UUID effectId = UUID.randomUUID();
    private final String patient = "patient-" + effectId + "@mail.example";

    @Test
    void sendsBothPartsAndTheInviteAndTheEffectsId() throws IOException {
        var invite = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        var result = sender().send(new OutgoingEmail(
                effectId,
                "Posture Perfect",
                "visits@clinic.example",
                "front@clinic.example",
                "Zoë Ångström",
                patient,
                "Your visit – confirmed",
                "See you soon",
                "<p>See you soon</p>",
                List.of(new OutgoingEmail.Attachment(
                        "visit.ics", "text/calendar; method=REQUEST; charset=UTF-8", invite))));

        var sent = sandbox.sentTo(patient).get(0);
        assertThat(result).isEqualTo(new Accepted(sent.providerRef()));
        assertThat(sent.sender()).isEqualTo("visits@clinic.example");
        assertThat(sent.subject()).isEqualTo("Your visit – confirmed");
        assertThat(sent.body()).isEqualTo("See you soon");
        assertThat(sent.html()).isEqualTo("<p>See you soon</p>");
        assertThat(sent.effectId()).isEqualTo(effectId.toString());
        assertThat(json.readTree(sent.raw()).at("/reply_to/email").asText()).isEqualTo("front@clinic.example");
        assertThat(json.readTree(sent.raw()).at("/personalizations/0/to/0/name").asText())
                .isEqualTo("Zoë Ångström");
        var attachment = json.readTree(sent.attachments()).get(0);
        assertThat(attachment.path("type").asText()).isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
        assertThat(attachment.path("filename").asText()).isEqualTo("visit.ics");
        assertThat(Base64.getDecoder().decode(attachment.path("content").asText()))
                .isEqualTo(invite);
    }

    @Test
    void isRefusedForGoodWithoutTellingTheAddressWhenItIsInvalid() {
        assertThat(sender().send(email("clinic@clinic.example", "not-an-address")))
                .isEqualTo(new Refused("http_400", "refused: personalizations.0.to.0.email"));
    }

    @Test
    void isNotTakenFromASenderThatIsNotVerified() {
        assertThat(sender().send(email("clinic@unverified.example", patient)))
                .isEqualTo(new NotTaken("http_403", "refused: from"));
        assertThat(sandbox.sentTo(patient)).isEmpty();
    }

    @Test
    void isNotTakenWithAWrongKey() {
        var wrong = new SendGridSettings(accounts.getObject().sendGridUrl(), "SG.wrong", "");
        assertThat(sender(wrong, USUAL).send(email(patient))).isEqualTo(new NotTaken("http_401", "refused"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void isNotTakenByAProviderInTrouble(int status) {
        sandbox.fault("sendgrid", Kind.STATUS, status);

        assertThat(sender().send(email(patient))).isEqualTo(new NotTaken("http_" + status, "refused"));
        assertThat(sandbox.sentTo(patient)).isEmpty();
    }

    @Test
    void isUnknownWhenTheAnswerTakesTooLongThoughTheMailWasTaken() {
        sandbox.fault("sendgrid", Kind.STALL, 3000);
        var impatient = sender(new SendGridSettings("", "", ""), Duration.ofSeconds(2));

        assertThat(impatient.send(email(patient))).isInstanceOf(Unknown.class);
        await().untilAsserted(() -> assertThat(sandbox.sentTo(patient)).hasSize(1));
    }

    @Test
    void isUnknownWhenTheConnectionIsLostAfterSending() throws Exception {
        try (var server = new ServerSocket(0)) {
            var closing = new Thread(() -> closeAfterReading(server));
            closing.start();
            var settings = new SendGridSettings("http://localhost:" + server.getLocalPort(), "SG.any", "");
            assertThat(sender(settings, USUAL).send(email(patient))).isInstanceOf(Unknown.class);
            closing.join();
        }
    }

    @Test
    void isNotTakenWhenNobodyListens() throws IOException {
        int unused;
        try (var server = new ServerSocket(0)) {
            unused = server.getLocalPort();
        }
        var settings = new SendGridSettings("http://localhost:" + unused, "SG.any", "");
        assertThat(sender(settings, USUAL).send(email(patient)))
                .extracting(result -> ((NotTaken) result).code())
                .isEqualTo("not_reached");
    }

    @Test
    void leavesTheProviderAloneWhenTooManyCallsFailed() {
        var sender = sender(new SendGridSettings("http://localhost:1", "SG.any", ""), USUAL);
        SendResult last = null;
        for (int i = 0; i <= 10; i++) {
            last = sender.send(email(patient));
        }
        assertThat(last).extracting(result -> ((NotTaken) result).code()).isEqualTo("breaker_open");
    }

    private static void closeAfterReading(ServerSocket server) {
        try (var connection = server.accept()) {
            connection.getInputStream().read(new byte[1]);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private SendGridEmailSender sender() {
        return sender(new SendGridSettings("", "", ""), USUAL);
    }

    private SendGridEmailSender sender(SendGridSettings settings, Duration timeout) {
        return new SendGridEmailSender(
                new SendGridAccount(settings, accounts),
                ProviderHttp.withTimeout(timeout),
                ProviderBreakers.create(),
                json);
    }

    private OutgoingEmail email(String to) {
        return email("clinic@clinic.example", to);
    }

    private OutgoingEmail email(String from, String to) {
        return new OutgoingEmail(effectId, "Clinic", from, null, "Pat", to, "Hello", "Text", null, List.of());
    }
}
