package org.carewright.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carewright.integrations.inbox.ProviderEventHandler;
import org.carewright.integrations.inbox.StoredProviderEvent;
import org.carewright.patients.PatientService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What mail and SMS providers report: moves messages in the log and keeps the list of suppressed addresses. */
@Component
class DeliveryEvents implements ProviderEventHandler {

    private static final String OPT_IN = "opt_in";
    private static final String BLOCKED = "blocked";
    private static final String FAILED = "failed";
    private static final Map<String, MessageStatus> STATUSES = Map.of(
            "sent",
            MessageStatus.SENT,
            "delivered",
            MessageStatus.DELIVERED,
            "bounced",
            MessageStatus.BOUNCED,
            "dropped",
            MessageStatus.FAILED,
            FAILED,
            MessageStatus.FAILED);
    private static final Map<String, SuppressionCause> CAUSES = Map.of(
            "opt_out", SuppressionCause.OPT_OUT,
            "bounced", SuppressionCause.BOUNCE,
            "complaint", SuppressionCause.COMPLAINT);
    private static final Set<String> WITH_REASON = Set.of("bounced", "dropped", FAILED);

    private final MessageLog log;
    private final MessageMapper messages;
    private final Suppressions suppressions;
    private final PatientService patients;
    private final List<OutgoingChannel> channels;

    DeliveryEvents(
            MessageLog log,
            MessageMapper messages,
            Suppressions suppressions,
            PatientService patients,
            List<OutgoingChannel> channels) {
        this.log = log;
        this.messages = messages;
        this.suppressions = suppressions;
        this.patients = patients;
        this.channels = channels;
    }

    @Override
    public boolean handles(String provider, String kind) {
        return channelOf(provider).isPresent()
                && (STATUSES.containsKey(kind) || CAUSES.containsKey(kind) || OPT_IN.equals(kind));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(StoredProviderEvent event) {
        var status = STATUSES.get(event.kind());
        if (status != null && event.effectId() != null) {
            var reason = WITH_REASON.contains(event.kind()) ? ReasonCode.of(event.detail()) : null;
            log.report(event.effectId(), status, reason);
        }
        var channel = channelOf(event.provider()).orElseThrow();
        token(event, channel).ifPresent(token -> suppress(event, channel.channel(), token));
    }

    private void suppress(StoredProviderEvent event, Channel channel, String token) {
        if (OPT_IN.equals(event.kind())) {
            suppressions.optIn(channel, token, event.occurredAt());
        } else {
            cause(event).ifPresent(cause -> suppressions.add(channel, token, cause, event.occurredAt()));
        }
    }

    /** A mail server that blocks now may take mail later (reputation, full mailbox): no reason to write no more. */
    private static Optional<SuppressionCause> cause(StoredProviderEvent event) {
        var reason = ReasonCode.of(event.detail());
        if (reason != null && reason.startsWith(BLOCKED)) {
            return Optional.empty();
        }
        return Optional.ofNullable(CAUSES.get(event.kind())).or(() -> SuppressionCause.knownToProvider(reason));
    }

    /** The address the event is about; an event that only names its message is about that message's patient. */
    private Optional<String> token(StoredProviderEvent event, OutgoingChannel channel) {
        if (event.subject() != null) {
            return Optional.of(event.subject());
        }
        if (event.effectId() == null || (cause(event).isEmpty() && !OPT_IN.equals(event.kind()))) {
            return Optional.empty();
        }
        return Optional.ofNullable(messages.recipientByEffect(event.effectId()))
                .flatMap(recipient -> patients.find(recipient.patientId()))
                .map(channel::addressToken);
    }

    private Optional<OutgoingChannel> channelOf(String provider) {
        return channels.stream()
                .filter(channel -> channel.provider().equals(provider))
                .findFirst();
    }
}
