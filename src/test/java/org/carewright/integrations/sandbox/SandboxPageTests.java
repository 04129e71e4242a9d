package org.carewright.integrations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carewright.integrations.email.EmailSender;
import org.carewright.integrations.email.OutgoingEmail;
import org.carewright.shared.web.LocalUrl;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestClinics;
import org.carewright.test.TestInbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CarewrightTest
class SandboxPageTests {

    @Autowired
    EmailSender emails;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    SandboxMessages messages;

    @Autowired
    LocalUrl local;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestInbox inbox;

    @Autowired
    ObjectMapper json;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address = "p" + UUID.randomUUID() + "@mail.example";

    @Test
    void showsMailWithItsTextFrameAndAttachments() throws Exception {
        var mail = sendMail();

        assertThat(get("/sandbox?recipient=" + address).body())
                .contains(address, "Your &lt;visit&gt;", "/sandbox/messages/" + mail.id());
        assertThat(get("/sandbox/messages/" + mail.id()).body())
                .contains("See you", "visit.ics", "src=\"/sandbox/messages/" + mail.id() + "/html\"", "sandbox=\"\"");
        var attachment = get("/sandbox/messages/" + mail.id() + "/attachments/0");
        assertThat(attachment.body()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(attachment.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;");
    }

    @Test
    void showsTheHtmlPartAsAPageThatMayDoNothing() throws Exception {
        var html = get("/sandbox/messages/" + sendMail().id() + "/html");

        assertThat(html.body()).isEqualTo("<p>See <b>you</b></p>");
        assertThat(html.headers().allValues("Content-Security-Policy"))
                .hasSize(1)
                .allSatisfy(policy -> assertThat(policy).startsWith("sandbox; default-src 'none'"));
        assertThat(html.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
    }

    @Test
    void givesTestsTheMessagesOfOneRecipientAsJson() throws Exception {
        var mail = sendMail();

        var found =
                json.readTree(get("/sandbox/messages.json?recipient=" + address).body());
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("id").asText()).isEqualTo(mail.id().toString());
        assertThat(found.get(0).path("subject").asText()).isEqualTo("Your <visit>");
    }

    @Test
    void answersAsThePhoneThatGotAMessage() throws Exception {
        var clinic = clinics.open();
        var sms = new SandboxMessage(
                UUID.randomUUID(),
                "twilio",
                "SM" + UUID.randomUUID(),
                Instant.now(),
                clinic.smsSender(),
                "+12025550198",
                null,
                "Hello",
                null,
                "[]",
                "{}",
                null,
                null,
                "delivered",
                "{}");
        messages.keep(sms);

        assertThat(post("/sandbox/messages/" + sms.id() + "/reply", "text=STOP"))
                .isEqualTo(302);
        await().until(() -> inbox.kinds(clinic.id()), List.of("opt_out")::equals);
    }

    @Test
    void asksForFaultsAndClearsThem() throws Exception {
        assertThat(post("/sandbox/faults", "provider=twilio&kind=STALL&value=5&times=2"))
                .isEqualTo(302);
        assertThat(get("/sandbox").body()).contains("Twilio code").contains("twilio: Answers late");

        assertThat(post("/sandbox/faults/clear", "")).isEqualTo(302);
        assertThat(messages.faults()).isEmpty();
    }

    @Test
    void refusesFaultsThatMakeNoSense() throws Exception {
        assertThat(post("/sandbox/faults", "provider=twilio&kind=STALL&value=5&times=0"))
                .isEqualTo(400);
    }

    @Test
    void saysNotFoundForWhatIsNotThere() throws Exception {
        assertThat(get("/sandbox/messages/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private SandboxMessage sendMail() {
        emails.send(new OutgoingEmail(
                UUID.randomUUID(),
                "Clinic",
                "visits@clinic.example",
                null,
                "Pat",
                address,
                "Your <visit>",
                "See you",
                "<p>See <b>you</b></p>",
                List.of(new OutgoingEmail.Attachment("visit.ics", "text/calendar", "BEGIN:VCALENDAR".getBytes()))));
        return sandbox.sentTo(address).get(0);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(local.base() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int post(String path, String form) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(local.base() + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
