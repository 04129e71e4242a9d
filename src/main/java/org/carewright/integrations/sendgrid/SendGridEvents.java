package org.carewright.integrations.sendgrid;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carewright.integrations.effect.Effects;
import org.carewright.integrations.inbox.ProviderEvent;
import org.springframework.stereotype.Component;

/** Reduces SendGrid's events to ours; texts of mail servers are left out, as they repeat addresses. */
@Component
class SendGridEvents {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("processed", "processed"),
            Map.entry("deferred", "deferred"),
            Map.entry("delivered", "delivered"),
            Map.entry("bounce", "bounced"),
            Map.entry("dropped", "dropped"),
            Map.entry("open", "opened"),
            Map.entry("click", "clicked"),
            Map.entry("spamreport", "complaint"),
            Map.entry("unsubscribe", "opt_out"),
            Map.entry("group_unsubscribe", "opt_out"),
            Map.entry("group_resubscribe", "opt_in"));
    private static final Set<String> DROP_REASONS = Set.of(
            "Bounced Address",
            "Unsubscribed Address",
            "Spam Reporting Address",
            "Invalid",
            "Recipient List over Package Quota");
    private static final Pattern STATUS = Pattern.compile("\\d\\.\\d{1,3}\\.\\d{1,3}");
    private static final Set<String> BOUNCE_TYPES = Set.of("bounce", "blocked");

    private final Effects effects;

    SendGridEvents(Effects effects) {
        this.effects = effects;
    }

    /** The events that are about mail of ours; what isn't (another system's on the same account) is skipped. */
    List<ProviderEvent> read(JsonNode events) {
        var ours = new ArrayList<ProviderEvent>();
        events.forEach(event -> readOne(event).ifPresent(ours::add));
        return ours;
    }

    private Optional<ProviderEvent> readOne(JsonNode event) {
        var kind = KINDS.get(event.path("event").asText());
        var eventId = event.path("sg_event_id").asText("");
        if (kind == null || eventId.isEmpty()) {
            return Optional.empty();
        }
        return effectId(event).flatMap(effectId -> effects.clinicOf(effectId)
                .map(clinicId -> new ProviderEvent(
                        clinicId,
                        SendGridEmailSender.PROVIDER,
                        eventId,
                        kind,
                        effectId,
                        messageId(event),
                        detail(event),
                        event.path("email").asText(null),
                        Instant.ofEpochSecond(event.path("timestamp").asLong()))));
    }

    private static Optional<UUID> effectId(JsonNode event) {
        try {
            return Optional.of(
                    UUID.fromString(event.path(SendGridEmailSender.EFFECT_ID).asText("")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@code sg_message_id} is the id we know, a dot and a part for each recipient. */
    private static String messageId(JsonNode event) {
        var id = event.path("sg_message_id").asText("");
        return id.isEmpty() ? null : id.split("\\.", 2)[0];
    }

    private static String detail(JsonNode event) {
        var reason = event.path("reason").asText("");
        if (DROP_REASONS.contains(reason)) {
            return reason;
        }
        var type = event.path("type").asText("");
        var status = event.path("status").asText("");
        var parts = new ArrayList<String>();
        if (BOUNCE_TYPES.contains(type)) {
            parts.add(type);
        }
        if (STATUS.matcher(status).matches()) {
            parts.add(status);
        }
        return parts.isEmpty() ? null : String.join(" ", parts);
    }
}
