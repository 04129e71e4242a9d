package org.carewright.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.carewright.integrations.SendResult;
import org.carewright.integrations.effect.EffectOutcome;
import org.carewright.integrations.effect.Effects;
import org.carewright.messaging.MessageLog.Entry;
import org.carewright.messaging.text.MessageTemplate;
import org.carewright.patients.Patient;
import org.carewright.patients.PatientService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends messages to patients of the clinic in scope: each once, to those who may and want to be written to. */
@Service
public class MessageService {

    private final ObjectProvider<MessageSubjects> subjects;
    private final ObjectProvider<MessageFiles> files;
    private final List<OutgoingChannel> channels;
    private final PatientService patients;
    private final Suppressions suppressions;
    private final MessageLog log;
    private final Effects effects;
    private final Clock clock;

    MessageService(
            ObjectProvider<MessageSubjects> subjects,
            ObjectProvider<MessageFiles> files,
            List<OutgoingChannel> channels,
            PatientService patients,
            Suppressions suppressions,
            MessageLog log,
            Effects effects,
            Clock clock) {
        this.subjects = subjects;
        this.files = files;
        this.channels = channels;
        this.patients = patients;
        this.suppressions = suppressions;
        this.log = log;
        this.effects = effects;
        this.clock = clock;
    }

    /**
     * Sends the message, or tells where it stands when it has been asked for before. What can't or must not be sent is
     * logged, not thrown.
     *
     * @throws IllegalArgumentException when there is no such template or kind of subject: the model is wrong
     * @throws org.carewright.integrations.effect.EffectUnsettledException when nobody knows yet whether an earlier
     *     attempt got through; try again later
     * @throws org.carewright.integrations.effect.EffectNotTakenException when the provider didn't take it; try again
     */
    @Transactional
    public MessageStatus send(MessageOrder order) {
        var key = order.effectKey();
        var known = log.statusOf(key);
        if (known.isPresent() && known.get() != MessageStatus.SENDING) {
            return known.get();
        }
        var template = MessageTemplate.of(order.template());
        var subjects = subjects(order.subjectType());
        var overtaken = subjects.overtaken(order.subjectId(), order.template());
        var subject = subjects.load(order.subjectId()).with(files(order));
        var patient = patients.find(subject.patientId())
                .orElseThrow(() -> new IllegalStateException("A message's patient doesn't exist"));
        var channel = channel(order.channel());
        var entry = new Entry(order, patient.id(), channel.provider());
        var obstacle = overtaken ? Optional.of(SkipReason.OVERTAKEN) : obstacle(channel, template, patient);
        if (obstacle.isEmpty()) {
            deliver(entry, channel.addressToken(patient), channel.prepare(template, subject, patient));
        } else if (known.isEmpty()) {
            log.decline(entry, MessageStatus.SKIPPED, obstacle.get());
        } else {
            endEarlierAttempt(entry, obstacle.get());
        }
        return log.statusOf(key).orElseThrow();
    }

    private void deliver(Entry entry, String token, Function<UUID, SendResult> call) {
        once(entry, () -> attempt(entry, token), effectId -> {
                    log.link(entry.order().effectKey(), effectId);
                    return suppressions.sendUnlessSuppressed(
                            entry.order().channel(), token, () -> call.apply(effectId));
                })
                .ifPresent(outcome -> settle(entry.order(), token, outcome));
    }

    /** Runs in the attempt's own transaction: what is decided here is committed before the provider is called. */
    private void attempt(Entry entry, String token) {
        suppressions.cause(entry.order().channel(), token).ifPresent(cause -> {
            throw new MessageDeclinedException(MessageStatus.SUPPRESSED, cause);
        });
        log.begin(entry);
    }

    /** The patient could be written to when the attempt was made but can't now: its outcome counts, no new one is made. */
    private void endEarlierAttempt(Entry entry, String obstacle) {
        Runnable decline = () -> {
            throw new MessageDeclinedException(MessageStatus.SKIPPED, obstacle);
        };
        once(entry, decline, effectId -> new SendResult.Refused(obstacle, obstacle))
                .ifPresent(outcome -> settle(entry.order(), null, outcome));
    }

    private Optional<EffectOutcome> once(Entry entry, Runnable inAttempt, Function<UUID, SendResult> call) {
        try {
            return Optional.of(effects.once(entry.order().effectKey(), entry.provider(), inAttempt, call));
        } catch (MessageDeclinedException declined) {
            log.decline(entry, declined.status(), declined.getMessage());
            return Optional.empty();
        }
    }

    private void settle(MessageOrder order, String token, EffectOutcome outcome) {
        if (outcome instanceof EffectOutcome.Done done) {
            log.settle(order.effectKey(), MessageStatus.SENT, null, done.providerRef());
        } else if (outcome instanceof EffectOutcome.Rejected rejected) {
            settleRejected(order, token, ReasonCode.of(rejected.reason()));
        }
    }

    private void settleRejected(MessageOrder order, String token, String code) {
        var stoppedByUs = SuppressionCause.ofRefusal(code);
        if (stoppedByUs.isPresent()) {
            log.settle(order.effectKey(), MessageStatus.SUPPRESSED, stoppedByUs.get(), null);
            return;
        }
        log.settle(order.effectKey(), MessageStatus.FAILED, code, null);
        if (token != null) {
            SuppressionCause.knownToProvider(code)
                    .ifPresent(cause -> suppressions.add(order.channel(), token, cause, clock.instant()));
        }
    }

    private static Optional<String> obstacle(OutgoingChannel channel, MessageTemplate template, Patient patient) {
        if (template.reminder() && !channel.wanted(patient)) {
            return Optional.of(SkipReason.NOT_WANTED);
        }
        return channel.obstacle(patient);
    }

    private MessageSubjects subjects(String type) {
        return subjects.stream()
                .filter(candidate -> candidate.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No message subjects of type '" + type + "'"));
    }

    private List<MessageFile> files(MessageOrder order) {
        return files.stream()
                .filter(giver -> giver.subjectType().equals(order.subjectType()))
                .flatMap(giver -> giver.of(order.subjectId(), order.template()).stream())
                .toList();
    }

    private OutgoingChannel channel(Channel wanted) {
        return channels.stream()
                .filter(candidate -> candidate.channel() == wanted)
                .findFirst()
                .orElseThrow();
    }
}
