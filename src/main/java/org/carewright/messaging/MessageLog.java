package org.carewright.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carewright.messaging.MessageMapper.LoggedRow;
import org.carewright.messaging.MessageMapper.MessageRow;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every message of the clinic in scope and where it stands: one row per message, also for those not sent (MSG-5). */
@Service
public class MessageLog {

    private final MessageMapper messages;
    private final ClinicScope clinic;
    private final Clock clock;

    MessageLog(MessageMapper messages, ClinicScope clinic, Clock clock) {
        this.messages = messages;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** The messages about one subject, oldest first. */
    @Transactional(readOnly = true)
    public List<LoggedMessage> of(String subjectType, UUID subjectId) {
        return messages.bySubject(subjectType, subjectId).stream()
                .map(LoggedRow::toMessage)
                .toList();
    }

    /** Where the message with that effect key stands, empty when nobody has asked for it yet. */
    Optional<MessageStatus> statusOf(String effectKey) {
        return Optional.ofNullable(messages.statusByEffectKey(effectKey)).map(MessageStatus::of);
    }

    /** Writes the row with the attempt, in the attempt's transaction: it is there before the provider is called. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(Entry entry) {
        messages.insertAttempt(row(entry, MessageStatus.SENDING, null));
    }

    /** Writes down that the message isn't sent and why. */
    @Transactional(propagation = Propagation.MANDATORY)
    void decline(Entry entry, MessageStatus status, String reason) {
        messages.upsertDeclined(row(entry, status, reason));
    }

    /** Ties the row to its effect, by which the provider's reports find it; committed before the provider is called. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void link(String effectKey, UUID effectId) {
        messages.link(effectKey, effectId);
    }

    /** The attempt's end; a report that came first and says more stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    void settle(String effectKey, MessageStatus status, String reason, String providerRef) {
        messages.settle(effectKey, status.code(), status.reachableFrom(), reason, providerRef, clock.instant());
    }

    /** A provider's report on the message of that effect. */
    @Transactional(propagation = Propagation.MANDATORY)
    void report(UUID effectId, MessageStatus status, String reason) {
        messages.report(effectId, status.code(), status.reachableFrom(), reason, clock.instant());
    }

    private MessageRow row(Entry entry, MessageStatus status, String reason) {
        var order = entry.order();
        return new MessageRow(
                clinic.required(),
                UUID.randomUUID(),
                order.effectKey(),
                order.channel().code(),
                order.template(),
                entry.patientId(),
                order.subjectType(),
                order.subjectId(),
                order.processInstanceId(),
                status.code(),
                reason,
                entry.provider(),
                clock.instant());
    }

    /** What a row is made of. */
    record Entry(MessageOrder order, UUID patientId, String provider) {}
}
