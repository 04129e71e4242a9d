package org.carewright.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.carewright.clinics.ClinicService;
import org.carewright.integrations.effect.Effects;
import org.carewright.integrations.inbox.StoredProviderEvent;
import org.carewright.messaging.text.MailComposer;
import org.carewright.messaging.text.SmsComposer;
import org.carewright.patients.ContactTokens;
import org.carewright.patients.NewPatient;
import org.carewright.patients.PatientService;
import org.carewright.patients.PreferredChannel;
import org.carewright.shared.tenant.ClinicScope;
import org.carewright.test.TestClinics;
import org.carewright.test.TestClinics.TestClinic;
import org.carewright.test.TestSubjects;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The product's messaging with providers a test can command; one clinic and one patient per test. */
@Component
class MessagingFixture {

    static final String PHONE = "+12125550142";
    static final String EMAIL = "ann.lee@example.org";

    private final TestClinics testClinics;
    private final TestSubjects subjects;
    private final ClinicScope scope;
    private final ClinicService clinics;
    private final PatientService patients;
    private final ContactTokens tokens;
    private final MailComposer mails;
    private final SmsComposer texts;
    private final CalendarInvites invites;
    private final Suppressions suppressions;
    private final MessageLog log;
    private final MessageMapper messages;
    private final Effects effects;
    private final MessageService real;
    private final Clock clock;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    MessagingFixture(
            TestClinics testClinics,
            TestSubjects subjects,
            ClinicScope scope,
            ClinicService clinics,
            PatientService patients,
            ContactTokens tokens,
            MailComposer mails,
            SmsComposer texts,
            CalendarInvites invites,
            Suppressions suppressions,
            MessageLog log,
            MessageMapper messages,
            Effects effects,
            MessageService real,
            Clock clock,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.testClinics = testClinics;
        this.subjects = subjects;
        this.scope = scope;
        this.clinics = clinics;
        this.patients = patients;
        this.tokens = tokens;
        this.mails = mails;
        this.texts = texts;
        this.invites = invites;
        this.suppressions = suppressions;
        this.log = log;
        this.messages = messages;
        this.effects = effects;
        this.real = real;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Story story() {
        return story(EMAIL, PHONE, PreferredChannel.BOTH);
    }

    Story story(String email, String phone, PreferredChannel preferred) {
        var clinic = testClinics.open();
        var patient = inClinic(clinic, () -> patients.findOrCreate(
                        new NewPatient("Ann", "Lee", email, phone, preferred, "en-US"), "US")
                .id());
        return new Story(clinic, patient, subjects.about(patient));
    }

    private <T> T inClinic(TestClinic clinic, Supplier<T> work) {
        return scope.call(clinic.id(), () -> transaction.execute(status -> work.get()));
    }

    /** One patient of one clinic and what is sent to them. */
    class Story {

        final TestClinic clinic;
        final UUID patient;
        final UUID subject;
        final FakeProviders providers = new FakeProviders();
        final List<OutgoingChannel> channels;
        private Runnable beforeAttempt = () -> {};

        private Story(TestClinic clinic, UUID patient, UUID subject) {
            this.clinic = clinic;
            this.patient = patient;
            this.subject = subject;
            this.channels = List.of(
                    new EmailChannel(providers.email(), mails, invites, clinics, tokens),
                    new SmsChannel(providers.sms(), texts, clinics, tokens));
        }

        MessageService service() {
            var interruptible = new MessageSubjects() {
                @Override
                public String type() {
                    return subjects.type();
                }

                @Override
                public MessageSubject load(UUID id) {
                    beforeAttempt.run();
                    return subjects.load(id);
                }
            };
            var beans = new StaticListableBeanFactory(Map.of("subjects", interruptible));
            return new MessageService(
                    beans.getBeanProvider(MessageSubjects.class),
                    beans.getBeanProvider(MessageFiles.class),
                    channels,
                    patients,
                    suppressions,
                    log,
                    effects,
                    clock);
        }

        MessageOrder order(Channel channel, String template) {
            return new MessageOrder(channel, template, TestSubjects.TYPE, subject, "once", null);
        }

        MessageStatus send(Channel channel, String template) {
            return inScope(() -> service().send(order(channel, template)));
        }

        /** Sends through the product's own adapters, to its sandbox. */
        MessageStatus sendForReal(Channel channel, String template) {
            return inScope(() -> real.send(order(channel, template)));
        }

        /** Sends in a transaction that is rolled back after the provider has answered. */
        void sendAndCrash(Channel channel, String template) {
            scope.run(
                    clinic.id(),
                    () -> transaction.executeWithoutResult(status -> {
                        service().send(order(channel, template));
                        status.setRollbackOnly();
                    }));
        }

        /** Happens after the job has begun to work and before the attempt. */
        void beforeAttempt(Runnable work) {
            beforeAttempt = work;
        }

        void suppress(Channel channel, SuppressionCause cause) {
            run(() -> addSuppression(channel, cause));
        }

        /** In the running transaction. */
        void addSuppression(Channel channel, SuppressionCause cause) {
            suppressions.add(channel, token(channel), cause, clock.instant());
        }

        /** As the inbox does it: the effect's row is touched before the address is waited for. */
        void reportBounceLikeTheInbox() {
            run(() -> {
                effects.settle(effectId(), true, null);
                handle(FakeProviders.MAIL, "bounced", "bounce 5.1.1", null, clock.instant());
            });
        }

        boolean suppressed(Channel channel) {
            return inScope(() -> suppressions.cause(channel, token(channel)).isPresent());
        }

        void prefer(PreferredChannel preferred) {
            run(() -> jdbc.update(
                    "update patients.patient set preferred_channel = ? where clinic_id = shared.current_clinic() and id = ?",
                    preferred.code(),
                    patient));
        }

        List<LoggedMessage> logged() {
            return messagesAbout(subject);
        }

        List<LoggedMessage> messagesAbout(UUID anySubject) {
            return inScope(() -> log.of(TestSubjects.TYPE, anySubject));
        }

        /** What a provider reports about the only message sent. */
        void report(String provider, String kind, String detail, String token, Instant at) {
            run(() -> handle(provider, kind, detail, token, at));
        }

        private void handle(String provider, String kind, String detail, String token, Instant at) {
            var events = new DeliveryEvents(log, messages, suppressions, patients, channels);
            events.handle(new StoredProviderEvent(
                    UUID.randomUUID(),
                    provider,
                    UUID.randomUUID().toString(),
                    kind,
                    effectId(),
                    null,
                    detail,
                    token,
                    at,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }

        String token(Channel channel) {
            return inScope(() -> channel == Channel.EMAIL ? tokens.email(EMAIL) : tokens.phone(PHONE));
        }

        <T> T inScope(Supplier<T> work) {
            return inClinic(clinic, work);
        }

        void run(Runnable work) {
            inScope(() -> {
                work.run();
                return null;
            });
        }

        private UUID effectId() {
            if (!providers.emails.isEmpty()) {
                return providers.emails.get(0).effectId();
            }
            return providers.texts.isEmpty() ? null : providers.texts.get(0).effectId();
        }
    }
}
