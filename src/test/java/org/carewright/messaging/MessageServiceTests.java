package org.carewright.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.effect.EffectNotTakenException;
import org.carewright.integrations.effect.EffectUnsettledException;
import org.carewright.patients.PreferredChannel;
import org.carewright.test.CarewrightTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@CarewrightTest
class MessageServiceTests {

    private static final String CONFIRMED = "appointment-confirmed";
    private static final String REMINDER = "appointment-reminder";

    @Autowired
    MessagingFixture fixture;

    @Autowired
    JdbcTemplate jdbc;

    @ParameterizedTest
    @EnumSource(Channel.class)
    void sendsOnceHoweverOftenItIsAsked(Channel channel) {
        var story = fixture.story();

        assertThat(story.send(channel, CONFIRMED)).isEqualTo(MessageStatus.SENT);
        assertThat(story.send(channel, CONFIRMED)).isEqualTo(MessageStatus.SENT);

        assertThat(story.providers.calls()).isEqualTo(1);
        assertThat(story.logged()).singleElement().satisfies(message -> {
            assertThat(message.status()).isEqualTo(MessageStatus.SENT);
            assertThat(message.channel()).isEqualTo(channel);
            assertThat(message.providerRef()).startsWith("ref-");
        });
    }

    @Test
    void sendsOnceWhenTheJobIsRolledBackAfterTheCall() {
        var story = fixture.story();

        story.sendAndCrash(Channel.EMAIL, CONFIRMED);
        assertThat(story.logged())
                .singleElement()
                .extracting(LoggedMessage::status)
                .isEqualTo(MessageStatus.SENDING);
        story.send(Channel.EMAIL, CONFIRMED);

        assertThat(story.providers.calls()).isEqualTo(1);
        assertThat(story.logged())
                .singleElement()
                .extracting(LoggedMessage::status)
                .isEqualTo(MessageStatus.SENT);
    }

    @Test
    void keepsTheOutcomeOfAnAttemptThatThePatientWouldNotWantNow() {
        var story = fixture.story();

        story.sendAndCrash(Channel.SMS, REMINDER);
        story.prefer(PreferredChannel.EMAIL);

        assertThat(story.send(Channel.SMS, REMINDER)).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void keepsTheOutcomeOfAnAttemptMadeBeforeTheOptOut() {
        var story = fixture.story();

        story.sendAndCrash(Channel.SMS, CONFIRMED);
        story.suppress(Channel.SMS, SuppressionCause.OPT_OUT);

        assertThat(story.send(Channel.SMS, CONFIRMED)).isEqualTo(MessageStatus.SENT);
        assertThat(story.providers.calls()).isEqualTo(1);
    }

    @Test
    void stopsTryingWhenThePatientNoLongerWantsIt() {
        var story = fixture.story();
        story.providers.answer(new SendResult.NotTaken("429", "busy"));

        assertThatThrownBy(() -> story.send(Channel.SMS, REMINDER)).isInstanceOf(EffectNotTakenException.class);
        story.prefer(PreferredChannel.NONE);

        assertThat(story.send(Channel.SMS, REMINDER)).isEqualTo(MessageStatus.SKIPPED);
        assertThat(story.providers.calls()).isEqualTo(1);
    }

    @Test
    void triesAgainWhatTheProviderDidNotTake() {
        var story = fixture.story();
        story.providers.answer(new SendResult.NotTaken("503", "down"));

        assertThatThrownBy(() -> story.send(Channel.EMAIL, CONFIRMED)).isInstanceOf(EffectNotTakenException.class);

        assertThat(story.send(Channel.EMAIL, CONFIRMED)).isEqualTo(MessageStatus.SENT);
        assertThat(story.logged()).hasSize(1);
    }

    @Test
    void showsAMessageOfUnknownFateAsSending() {
        var story = fixture.story();
        story.providers.answer(new SendResult.Unknown("time-out"));

        assertThatThrownBy(() -> story.send(Channel.EMAIL, CONFIRMED)).isInstanceOf(EffectUnsettledException.class);

        assertThat(story.logged())
                .singleElement()
                .extracting(LoggedMessage::status)
                .isEqualTo(MessageStatus.SENDING);
    }

    @Test
    void goesOnAfterARefusalAndKeepsItsCode() {
        var story = fixture.story();
        story.providers.answer(new SendResult.Refused("21211", "The number " + MessagingFixture.PHONE + " is invalid"));

        assertThat(story.send(Channel.SMS, CONFIRMED)).isEqualTo(MessageStatus.FAILED);

        assertThat(story.logged())
                .singleElement()
                .extracting(LoggedMessage::reason)
                .isEqualTo("21211");
        assertThat(story.suppressed(Channel.SMS)).isFalse();
    }

    @Test
    void suppressesANumberWhoseStopOnlyTheProviderKnew() {
        var story = fixture.story();
        story.providers.answer(new SendResult.Refused("21610", "unsubscribed"));

        assertThat(story.send(Channel.SMS, CONFIRMED)).isEqualTo(MessageStatus.FAILED);

        assertThat(story.suppressed(Channel.SMS)).isTrue();
        assertThat(story.send(Channel.SMS, REMINDER)).isEqualTo(MessageStatus.SUPPRESSED);
        assertThat(story.providers.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(SuppressionCause.class)
    void neverSendsToASuppressedAddress(SuppressionCause cause) {
        var story = fixture.story();
        story.suppress(Channel.EMAIL, cause);

        assertThat(story.send(Channel.EMAIL, CONFIRMED)).isEqualTo(MessageStatus.SUPPRESSED);

        assertThat(story.providers.calls()).isZero();
        assertThat(story.logged())
                .singleElement()
                .extracting(LoggedMessage::reason)
                .isEqualTo(cause.code());
    }

    @Test
    void suppressesOneChannelOnly() {
        var story = fixture.story();
        story.suppress(Channel.SMS, SuppressionCause.OPT_OUT);

        assertThat(story.send(Channel.EMAIL, CONFIRMED)).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void sendsNothingWhenTheOptOutArrivesAfterTheJobHasBegun() {
        var story = fixture.story();
        story.beforeAttempt(() -> story.suppress(Channel.SMS, SuppressionCause.OPT_OUT));

        assertThat(story.send(Channel.SMS, CONFIRMED)).isEqualTo(MessageStatus.SUPPRESSED);

        assertThat(story.providers.calls()).isZero();
    }

    @Test
    void sendsNothingWhenTheOptOutArrivesBetweenTwoAttempts() {
        var story = fixture.story();
        story.providers.answer(new SendResult.NotTaken("503", "down"));
        assertThatThrownBy(() -> story.send(Channel.SMS, CONFIRMED)).isInstanceOf(EffectNotTakenException.class);

        story.suppress(Channel.SMS, SuppressionCause.OPT_OUT);

        assertThat(story.send(Channel.SMS, CONFIRMED)).isEqualTo(MessageStatus.SUPPRESSED);
        assertThat(story.providers.calls()).isEqualTo(1);
        assertThat(story.logged()).hasSize(1);
    }

    @Test
    void holdsAnOptOutBackWhileACallIsUnderWay() {
        var story = fixture.story();
        var optOut = new AtomicReference<CompletableFuture<Void>>();
        story.providers.whileSending(() -> {
            optOut.set(CompletableFuture.runAsync(() -> story.suppress(Channel.SMS, SuppressionCause.OPT_OUT)));
            await().until(() -> waitingForAnAddress() > 0);
            assertThat(optOut.get()).isNotDone();
        });

        assertThat(story.send(Channel.SMS, CONFIRMED)).isEqualTo(MessageStatus.SENT);

        optOut.get().join();
        assertThat(story.suppressed(Channel.SMS)).isTrue();
    }

    @Test
    void sendsNothingWhenTheOptOutIsCommittedBetweenAttemptAndCall() {
        var story = fixture.story();
        var pending = new CountDownLatch(1);
        var optOut = CompletableFuture.runAsync(() -> story.run(() -> {
            story.addSuppression(Channel.SMS, SuppressionCause.OPT_OUT);
            pending.countDown();
            await().until(() -> waitingForAnAddress() > 0);
        }));
        await().until(() -> pending.getCount() == 0);

        assertThat(story.send(Channel.SMS, CONFIRMED)).isEqualTo(MessageStatus.SUPPRESSED);

        optOut.join();
        assertThat(story.providers.calls()).isZero();
        assertThat(story.logged())
                .singleElement()
                .extracting(LoggedMessage::reason)
                .isEqualTo("opt_out");
    }

    @Test
    void endsACallWhoseBounceIsReportedBeforeItEnds() {
        var story = fixture.story();
        var report = new AtomicReference<CompletableFuture<Void>>();
        story.providers.whileSending(() -> {
            report.set(CompletableFuture.runAsync(story::reportBounceLikeTheInbox));
            await().until(() -> waitingForAnAddress() > 0);
        });

        story.send(Channel.EMAIL, CONFIRMED);

        report.get().join();
        assertThat(story.logged())
                .singleElement()
                .extracting(LoggedMessage::status)
                .isEqualTo(MessageStatus.BOUNCED);
    }

    @ParameterizedTest
    @CsvSource({"EMAIL, SENT, SKIPPED", "SMS, SKIPPED, SENT", "BOTH, SENT, SENT", "NONE, SKIPPED, SKIPPED"})
    void remindsByThePreferredChannel(PreferredChannel preferred, MessageStatus email, MessageStatus sms) {
        var story = fixture.story(MessagingFixture.EMAIL, MessagingFixture.PHONE, preferred);

        assertThat(story.send(Channel.EMAIL, REMINDER)).isEqualTo(email);
        assertThat(story.send(Channel.SMS, REMINDER)).isEqualTo(sms);
    }

    @Test
    void confirmsWhateverThePreferredChannel() {
        var story = fixture.story(MessagingFixture.EMAIL, MessagingFixture.PHONE, PreferredChannel.NONE);

        assertThat(story.send(Channel.EMAIL, CONFIRMED)).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void skipsAPatientWithoutSuchAnAddress() {
        var story = fixture.story(MessagingFixture.EMAIL, null, PreferredChannel.BOTH);

        assertThat(story.send(Channel.SMS, CONFIRMED)).isEqualTo(MessageStatus.SKIPPED);

        assertThat(story.logged())
                .singleElement()
                .extracting(LoggedMessage::reason)
                .isEqualTo("no_address");
    }

    @Test
    void attachesTheInviteToAConfirmationButNotToAReminder() {
        var story = fixture.story();

        story.send(Channel.EMAIL, CONFIRMED);
        story.send(Channel.EMAIL, REMINDER);

        assertThat(story.providers.emails.get(0).attachments()).hasSize(1);
        assertThat(story.providers.emails.get(1).attachments()).isEmpty();
    }

    @Test
    void writesInTheClinicsNameToThePatientsAddress() {
        var story = fixture.story();

        story.send(Channel.EMAIL, CONFIRMED);
        story.send(Channel.SMS, CONFIRMED);

        var email = story.providers.emails.get(0);
        assertThat(email.toAddress()).isEqualTo(MessagingFixture.EMAIL);
        assertThat(email.fromAddress()).isEqualTo(story.clinic.slug() + "@clinic.example");
        var sms = story.providers.texts.get(0);
        assertThat(sms.to()).isEqualTo(MessagingFixture.PHONE);
        assertThat(sms.from()).isEqualTo(story.clinic.smsSender());
    }

    @Test
    void refusesAnUnknownTemplate() {
        var story = fixture.story();

        assertThatThrownBy(() -> story.send(Channel.EMAIL, "no-such-template"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsOneClinicsMessagesToNoOther() {
        var story = fixture.story();
        var other = fixture.story();

        story.send(Channel.EMAIL, CONFIRMED);

        assertThat(other.messagesAbout(story.subject)).isEmpty();
    }

    private int waitingForAnAddress() {
        return jdbc.queryForObject(
                "select count(*) from pg_locks where locktype = 'advisory' and not granted", Integer.class);
    }
}
