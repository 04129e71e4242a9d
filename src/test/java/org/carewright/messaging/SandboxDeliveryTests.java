package org.carewright.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.carewright.integrations.sandbox.SandboxCallbacks;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.messaging.MessagingFixture.Story;
import org.carewright.patients.PreferredChannel;
import org.carewright.test.CarewrightTest;
import org.carewright.test.SandboxFixture;
import org.carewright.test.TestInbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Messages on their whole way: adapter, provider, webhook, inbox, log. */
@CarewrightTest
class SandboxDeliveryTests {

    private static final String CONFIRMED = "appointment-confirmed";
    private static final String REMINDER = "appointment-reminder";

    @Autowired
    MessagingFixture fixture;

    @Autowired
    SandboxFixture sandbox;

    @Autowired
    SandboxCallbacks callbacks;

    @Autowired
    TestInbox inbox;

    private final String email = UUID.randomUUID() + "@example.org";
    private final String phone = "+1212" + ThreadLocalRandom.current().nextInt(2_000_000, 8_000_000);

    @Test
    void anEmailArrivesWithItsInviteAndTheLogKnows() {
        var story = fixture.story(email, phone, PreferredChannel.BOTH);

        assertThat(story.sendForReal(Channel.EMAIL, CONFIRMED)).isEqualTo(MessageStatus.SENT);

        assertThat(sandbox.sentTo(email)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Your visit on Monday, March 1, 2027 is confirmed");
            assertThat(mail.body()).contains("Hello Ann,");
            assertThat(mail.html()).contains("Change or cancel visit");
            assertThat(mail.attachments()).contains("text/calendar", "visit.ics");
        });
        applyWhenReported(story, "delivered");
        assertThat(status(story)).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    void aTextMessageArrivesAndTheLogKnows() {
        var story = fixture.story(email, phone, PreferredChannel.BOTH);

        assertThat(story.sendForReal(Channel.SMS, CONFIRMED)).isEqualTo(MessageStatus.SENT);

        assertThat(sandbox.sentTo(phone)).hasSize(1);
        applyWhenReported(story, "delivered");
        assertThat(status(story)).isEqualTo(MessageStatus.DELIVERED);
    }

    @Test
    void aBounceIsLoggedAndTheAddressIsNotWrittenToAgain() {
        sandbox.fault("sendgrid", Kind.BOUNCE, 0);
        var story = fixture.story(email, phone, PreferredChannel.BOTH);

        story.sendForReal(Channel.EMAIL, CONFIRMED);

        applyWhenReported(story, "bounced");
        assertThat(status(story)).isEqualTo(MessageStatus.BOUNCED);
        assertThat(story.sendForReal(Channel.EMAIL, REMINDER)).isEqualTo(MessageStatus.SUPPRESSED);
        assertThat(sandbox.sentTo(email)).hasSize(1);
    }

    @Test
    void afterStopNothingIsSentUntilStart() {
        var story = fixture.story(email, phone, PreferredChannel.BOTH);
        story.sendForReal(Channel.SMS, CONFIRMED);
        var received = sandbox.sentTo(phone).get(0);

        callbacks.reply(received, "STOP");
        applyWhenReported(story, "opt_out");
        assertThat(story.sendForReal(Channel.SMS, REMINDER)).isEqualTo(MessageStatus.SUPPRESSED);
        assertThat(sandbox.sentTo(phone)).hasSize(1);

        callbacks.reply(received, "START");
        applyWhenReported(story, "opt_in");
        assertThat(story.sendForReal(Channel.SMS, "appointment-cancelled")).isEqualTo(MessageStatus.SENT);
    }

    private void applyWhenReported(Story story, String kind) {
        await().until(() -> inbox.openKinds(story.clinic.id()).contains(kind));
        inbox.apply(story.clinic.id());
    }

    private static MessageStatus status(Story story) {
        return story.logged().get(0).status();
    }
}
