package org.carewright.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@CarewrightTest
class DeliveryEventsTests {

    private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");
    private static final String CONFIRMED = "appointment-confirmed";

    @Autowired
    MessagingFixture fixture;

    @ParameterizedTest
    @CsvSource({
        "delivered, DELIVERED",
        "bounced, BOUNCED",
        "dropped, FAILED",
        "failed, FAILED",
        "sent, SENT",
        "delivered;sent, DELIVERED",
        "delivered;failed;sent, DELIVERED",
        "failed;delivered, DELIVERED",
        "bounced;delivered;bounced, DELIVERED",
        "failed;sent, FAILED",
        "failed;bounced, BOUNCED",
        "bounced;failed, BOUNCED"
    })
    void endsTheSameInWhateverOrderReportsArrive(String kinds, MessageStatus end) {
        var story = sent(Channel.EMAIL);

        List.of(kinds.split(";")).forEach(kind -> story.report(FakeProviders.MAIL, kind, "550", null, AT));

        assertThat(story.logged())
                .singleElement()
                .extracting(LoggedMessage::status)
                .isEqualTo(end);
    }

    @Test
    void appliesAReportThatComesBeforeTheJobHasCommitted() {
        var story = fixture.story();
        story.sendAndCrash(Channel.EMAIL, CONFIRMED);

        story.report(FakeProviders.MAIL, "delivered", null, null, AT);
        story.send(Channel.EMAIL, CONFIRMED);

        assertThat(story.logged())
                .singleElement()
                .extracting(LoggedMessage::status)
                .isEqualTo(MessageStatus.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({
        "550, 550",
        "bounce 5.1.1, bounce_5.1.1",
        "Unsubscribed Address, unsubscribed_address",
        "'550 5.1.1 <ann.lee@example.org> unknown', 550",
        "ann.lee@example.org, provider_refused",
        "+12125550142, provider_refused",
        "12125550142, provider_refused",
        "Ann Lee is away, provider_refused"
    })
    void keepsTheCodeOfAFailureAndNoAddress(String detail, String reason) {
        var story = sent(Channel.EMAIL);

        story.report(FakeProviders.MAIL, "failed", detail, null, AT);

        assertThat(story.logged())
                .singleElement()
                .extracting(LoggedMessage::reason)
                .isEqualTo(reason);
    }

    @Test
    void suppressesABouncingAddressAlsoWhenTheReportNamesOnlyTheMessage() {
        var story = sent(Channel.EMAIL);

        story.report(FakeProviders.MAIL, "bounced", "5.1.1", null, AT);

        assertThat(story.suppressed(Channel.EMAIL)).isTrue();
        assertThat(story.send(Channel.EMAIL, "appointment-reminder")).isEqualTo(MessageStatus.SUPPRESSED);
    }

    @Test
    void suppressesWhoComplains() {
        var story = sent(Channel.EMAIL);

        story.report(FakeProviders.MAIL, "complaint", null, story.token(Channel.EMAIL), AT);

        assertThat(story.suppressed(Channel.EMAIL)).isTrue();
    }

    @Test
    void suppressesTheNumberThatSendsStopUntilItSendsStart() {
        var story = fixture.story();

        story.report(FakeProviders.SMS, "opt_out", null, story.token(Channel.SMS), AT);
        assertThat(story.send(Channel.SMS, CONFIRMED)).isEqualTo(MessageStatus.SUPPRESSED);

        story.report(FakeProviders.SMS, "opt_in", null, story.token(Channel.SMS), AT.plusSeconds(60));
        assertThat(story.send(Channel.SMS, "appointment-reminder")).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void countsAStartThatArrivesBeforeTheStopItFollows() {
        var story = fixture.story();

        story.report(FakeProviders.SMS, "opt_in", null, story.token(Channel.SMS), AT.plusSeconds(60));
        story.report(FakeProviders.SMS, "opt_out", null, story.token(Channel.SMS), AT);

        assertThat(story.suppressed(Channel.SMS)).isFalse();
    }

    @Test
    void countsAStopThatArrivesLaterThanTheStartItFollows() {
        var story = fixture.story();

        story.report(FakeProviders.SMS, "opt_in", null, story.token(Channel.SMS), AT);
        story.report(FakeProviders.SMS, "opt_out", null, story.token(Channel.SMS), AT.plusSeconds(60));
        story.report(FakeProviders.SMS, "opt_in", null, story.token(Channel.SMS), AT);

        assertThat(story.suppressed(Channel.SMS)).isTrue();
    }

    @Test
    void liftsNoBounceByAStart() {
        var story = fixture.story();
        story.suppress(Channel.SMS, SuppressionCause.BOUNCE);

        story.report(FakeProviders.SMS, "opt_in", null, story.token(Channel.SMS), AT.plusSeconds(60));

        assertThat(story.suppressed(Channel.SMS)).isTrue();
    }

    @Test
    void suppressesWhenADeliveryFailsBecauseOfAnOptOut() {
        var story = sent(Channel.SMS);

        story.report(FakeProviders.SMS, "failed", "21610", null, AT);

        assertThat(story.suppressed(Channel.SMS)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Bounced Address", "Unsubscribed Address", "Spam Reporting Address"})
    void suppressesWhatTheProviderNoLongerWritesTo(String reason) {
        var story = sent(Channel.EMAIL);

        story.report(FakeProviders.MAIL, "dropped", reason, null, AT);

        assertThat(story.suppressed(Channel.EMAIL)).isTrue();
    }

    @Test
    void goesOnWritingToAnAddressWhoseServerOnlyBlocked() {
        var story = sent(Channel.EMAIL);

        story.report(FakeProviders.MAIL, "bounced", "blocked 4.7.1", null, AT);

        assertThat(story.suppressed(Channel.EMAIL)).isFalse();
        assertThat(story.logged())
                .singleElement()
                .extracting(LoggedMessage::status)
                .isEqualTo(MessageStatus.BOUNCED);
    }

    @Test
    void leavesOtherProvidersAndKindsAlone() {
        var events = new DeliveryEvents(null, null, null, null, fixture.story().channels);

        assertThat(events.handles(FakeProviders.MAIL, "delivered")).isTrue();
        assertThat(events.handles(FakeProviders.MAIL, "clicked")).isFalse();
        assertThat(events.handles("stripe", "failed")).isFalse();
    }

    private MessagingFixture.Story sent(Channel channel) {
        var story = fixture.story();
        story.send(channel, CONFIRMED);
        return story;
    }
}
