package org.carewright.integrations.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.integrations.sandbox.SandboxFault.Kind;
import org.carewright.integrations.sandbox.SandboxPost.Callback;
import org.carewright.shared.web.PublicUrl;
import org.springframework.stereotype.Component;

/** Reports on mail as SendGrid's event webhook does: signed JSON arrays of events. */
@Component
@ConditionalOnSandbox
class SendGridCallbacks {

    private static final String EVENTS_PATH = "/webhooks/sendgrid/events";
    private static final String PROVIDER = SandboxAccounts.SENDGRID;

    private final SandboxAccounts accounts;
    private final SandboxMessages messages;
    private final SandboxPost post;
    private final PublicUrl publicUrl;
    private final ObjectMapper json;
    private final Clock clock;

    SendGridCallbacks(
            SandboxAccounts accounts,
            SandboxMessages messages,
            SandboxPost post,
            PublicUrl publicUrl,
            ObjectMapper json,
            Clock clock) {
        this.accounts = accounts;
        this.messages = messages;
        this.post = post;
        this.publicUrl = publicUrl;
        this.json = json;
        this.clock = clock;
    }

    /** Reports the way of a mail that was just taken, with the faults asked for. */
    void report(SandboxMessage mail) {
        var events = new ArrayList<ObjectNode>();
        if (messages.takeFault(PROVIDER, Kind.FAIL_DELIVERY).isPresent()) {
            events.add(event(mail, "dropped").put("reason", "Invalid"));
        } else {
            events.add(event(mail, "processed").put("smtp-id", "<" + mail.providerRef() + "@sandbox>"));
            events.add(messages.takeFault(PROVIDER, Kind.BOUNCE).isPresent() ? bounce(mail) : delivered(mail));
        }
        send(mail, events);
    }

    /** Reports that a mail came back. */
    void reportBounce(SandboxMessage mail) {
        send(mail, new ArrayList<>(List.of(bounce(mail))));
    }

    private ObjectNode delivered(SandboxMessage mail) {
        return event(mail, "delivered").put("response", "250 OK");
    }

    private ObjectNode bounce(SandboxMessage mail) {
        return event(mail, "bounce")
                .put("type", "bounce")
                .put("status", "5.1.1")
                .put("reason", "550 5.1.1 The mailbox " + mail.recipient() + " does not exist")
                .put("bounce_classification", "Invalid Address");
    }

    private ObjectNode event(SandboxMessage mail, String kind) {
        // The same event about the same mail has the same id, also when it is sent again after a restart.
        var eventId = UUID.nameUUIDFromBytes((mail.providerRef() + kind).getBytes(StandardCharsets.UTF_8));
        var event = json.createObjectNode()
                .put("email", mail.recipient())
                .put("timestamp", clock.instant().getEpochSecond())
                .put("event", kind)
                .put("sg_event_id", eventId.toString())
                .put("sg_message_id", mail.providerRef() + ".recvd-sandbox-1");
        try {
            event.setAll((ObjectNode) json.readTree(mail.headers()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A sandbox message has no JSON headers", e);
        }
        return event;
    }

    private void send(SandboxMessage mail, List<ObjectNode> events) {
        var status = events.get(events.size() - 1).path("event").asText();
        if (messages.takeFault(PROVIDER, Kind.DROP_CALLBACK).isPresent()) {
            messages.setStatus(mail.id(), status);
            return;
        }
        if (messages.takeFault(PROVIDER, Kind.REORDER_CALLBACK).isPresent()) {
            Collections.reverse(events);
        }
        var spoilt = messages.takeFault(PROVIDER, Kind.BAD_SIGNATURE).isPresent();
        var body = json.createArrayNode().addAll(events).toString();
        var callback = new Callback(
                publicUrl.of(EVENTS_PATH),
                "application/json",
                body,
                () -> signature(body, spoilt),
                spoilt ? 1 : SandboxPost.FOR_A_DAY);
        post.later(callback, () -> messages.setStatus(mail.id(), status));
        if (messages.takeFault(PROVIDER, Kind.DUPLICATE_CALLBACK).isPresent()) {
            post.later(callback, () -> {});
        }
    }

    private Map<String, String> signature(String body, boolean spoilt) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var signed = SandboxSignatures.sendGrid(accounts.sendGrid(), timestamp, spoilt ? body + " " : body);
        return Map.of(
                "X-Twilio-Email-Event-Webhook-Signature", signed,
                "X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
    }
}
